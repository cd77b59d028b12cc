import type { NewIpsecConnection } from '@/lib/ipsec-connections/schema'
import type { TunnelEnds } from '@/lib/peer-config/peer'

import type { Told } from './readers/told'

/** The network behind the device, as answered. */
export const LAN = '172.16.0.0/16'

/** What the device has to be told, derived from the request itself. */
export function expected(
  settings: NewIpsecConnection,
  { gateway, customerGateway }: TunnelEnds,
  index: number,
): Told {
  const { ike, ipsec, psk, enableDpd, enableNatTraversal, bgp } = settings.tunnels[index]!
  const host = Number(bgp!.localBgpIp.split('.')[3])
  const isFlow = settings.localSubnet[0] !== '0.0.0.0/0'
  return {
    gateway: [gateway!],
    ikeVersion: [ike.ikeVersion],
    ...(ike.ikeVersion === 'ikev1' && { ikeMode: [ike.ikeMode] }),
    ikeEncAlg: [ike.ikeEncAlg],
    ikeAuthAlg: [ike.ikeAuthAlg],
    ikePfs: [ike.ikePfs],
    ikeLifetime: [String(ike.ikeLifetime)],
    localId: [bare(ike.remoteId) || customerGateway!.ipAddress],
    remoteId: [bare(ike.localId) || gateway!],
    psk: [psk!],
    ipsecEncAlg: [ipsec.ipsecEncAlg],
    ipsecAuthAlg: [ipsec.ipsecAuthAlg],
    ipsecPfs: [ipsec.ipsecPfs],
    ipsecLifetime: [String(ipsec.ipsecLifetime)],
    localSubnet: isFlow ? settings.remoteSubnet : ['0.0.0.0/0'],
    remoteSubnet: isFlow ? settings.localSubnet : ['0.0.0.0/0'],
    dpd: [enableDpd ? 'on' : 'off'],
    natTraversal: [enableNatTraversal ? 'on' : 'off'],
    initiator: ['yes'],
    forever: ['yes'],
    mtu: [String(mtuOf(ipsec.ipsecEncAlg, ipsec.ipsecAuthAlg))],
    mss: [String(mtuOf(ipsec.ipsecEncAlg, ipsec.ipsecAuthAlg) - 40)],
    hold: ['30'],
    ...(settings.enableBgp && {
      tunnelAddress: [
        `${bgp!.localBgpIp.split('.').slice(0, 3).join('.')}.${host === 41 ? 42 : 41}`,
      ],
      neighbor: [bgp!.localBgpIp],
      neighborAsn: [String(bgp!.localAsn)],
      asn: [String(customerGateway!.asn)],
      announced: isFlow ? settings.remoteSubnet : [LAN],
    }),
  }
}

/** `@name` is the name (strongSwan, identification_create_from_string). */
const bare = (id: string) => (/^@[a-z]/.test(id) ? id.slice(1) : id)

/** What fits through a path of 1500 bytes without NAT. */
function mtuOf(encryption: string, hash: string): number {
  const isDes = encryption.includes('des')
  if (hash === 'sha512') return isDes ? 1430 : 1422
  if (hash === 'sha384') return isDes ? 1438 : 1422
  return isDes ? 1446 : 1438
}

/** In which parameters a text says something else than it should, or nothing where it should. */
export const differences = (
  told: Told,
  wanted: Told,
  id: string,
  settings: NewIpsecConnection,
): string[] =>
  Object.entries(wanted).flatMap(([name, value]) => {
    const parameter = name as keyof Told
    const seen = told[parameter]
    const isRight =
      seen === undefined
        ? OPTIONAL.has(parameter) || isUntold(id, parameter, settings)
        : isSame(parameter, seen, value, id, settings)
    return isRight ? [] : [`${parameter} is ${String(seen)}, not ${value.join()}`]
  })

function isSame(
  parameter: keyof Told,
  seen: string[],
  value: string[],
  id: string,
  settings: NewIpsecConnection,
): boolean {
  const { tunnels, localSubnet } = settings
  if (parameter === 'ikeLifetime' || parameter === 'ipsecLifetime') {
    const wants = tunnels.map(({ ike, ipsec }) =>
      parameter === 'ikeLifetime' ? ike.ikeLifetime : ipsec.ipsecLifetime,
    )
    return seen
      .map(Number)
      .every((seconds) => wants.some((want) => seconds <= want && seconds >= want * 0.8 - 60))
  }
  // Without a tunnel interface the networks themselves are the selectors.
  if (parameter.endsWith('Subnet') && id === 'routeros' && localSubnet[0] === '0.0.0.0/0')
    return true
  // One setting for the whole device.
  if (parameter === 'mss' && tunnels.length > 1) return true
  const isThere = value.every((each) => seen.includes(each))
  return isThere && (tunnels.length > 1 || new Set(seen).size === value.length)
}

/** Set on another part of the device. */
const OPTIONAL = new Set<keyof Told>(['mtu', 'mss', 'hold', 'forever', 'natTraversal', 'announced'])

/** What a text need not tell: a default that the reader knows, or what lies in another part of the device. */
function isUntold(id: string, parameter: keyof Told, { tunnels }: NewIpsecConnection): boolean {
  const isBgp = ['tunnelAddress', 'neighbor', 'neighborAsn', 'asn'].includes(parameter)
  const hasV1 = tunnels.some(({ ike }) => ike.ikeVersion === 'ikev1')
  const untold: Record<string, boolean> = {
    frr: !isBgp || parameter === 'tunnelAddress',
    strongswan: isBgp || parameter === 'ikeMode',
    'ipsec-conf': isBgp,
    pfsense: isBgp,
    // A VTI by itself: the addresses of both ends are those of the interfaces.
    asa: ['localId', 'remoteId', 'initiator'].includes(parameter),
    'ios-xe':
      ['initiator', 'ipsecPfs', 'dpd'].includes(parameter) ||
      (hasV1 && ['localId', 'ikeMode'].includes(parameter)),
    fortios: parameter === 'remoteId',
    vyos: parameter === 'dpd',
    routeros: hasV1 && parameter === 'remoteId',
  }
  return untold[id] ?? false
}
