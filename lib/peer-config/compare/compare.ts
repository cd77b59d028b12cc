import { parseAsn } from '@/lib/net/asn'
import { isPlaceholder, type Peer, type PeerTunnel } from '@/lib/peer-config/peer'

import { READABLE, type ReadableId } from './readable'
import { ANYONE, PARAMETERS, type Parameter, said, type Side, tidy, valueOf } from './side'

/**
 * `same`, `different`; `missing`: the device does not say it and its default is not known; `hiddenSame` and
 * `hidden`: the default where the device is silent, the same or not; `unreadable`: only the device can read it, or
 * its part of the configuration was not pasted.
 */
type Verdict = 'same' | 'different' | 'missing' | 'hidden' | 'hiddenSame' | 'unreadable'

export interface Row {
  parameter: Parameter
  /** What the cloud needs the device to say; '' where the key may not be shown. */
  wanted: string
  /** What the device says. */
  found: string
  verdict: Verdict
  /** Where the cloud's side is in the form, below the connection. */
  path: string
}

/** Reads a pasted configuration. Every tunnel in it is a side. */
export const readPasted = async (id: ReadableId, text: string): Promise<Side[]> =>
  (await READABLE[id].load())(tidy(text))

/** The tunnel of a device that leads to the given gateway, or else the only one there is. */
export const sideFor = (sides: readonly Side[], { gateway }: PeerTunnel): Side | undefined =>
  sides.find(({ says }) => says.gateway?.includes(gateway)) ??
  (sides.length === 1 ? sides[0] : undefined)

/** Compares one tunnel, parameter by parameter. Values are compared, never text; a key is never in the result. */
export function compareTunnel(peer: Peer, tunnel: PeerTunnel, side: Side): Row[] {
  const wants = wantsOf(peer, tunnel)
  return PARAMETERS.flatMap((parameter) => {
    const wanted = wants[parameter]
    if (!wanted) return []
    const path = pathOf(parameter, tunnel)
    const isSecret = parameter === 'psk'
    const shown = (values: readonly string[] | undefined) =>
      isSecret ? '' : (values?.join(', ') ?? '')
    const row = { parameter, path, wanted: shown(wanted), found: shown(valueOf(side, parameter)) }
    return [{ ...row, verdict: judge(parameter, wanted, side) }]
  })
}

function judge(parameter: Parameter, wanted: readonly string[], side: Side): Verdict {
  if (parameter === 'psk' && (side.encrypted || wanted.some(isPlaceholder))) return 'unreadable'
  if (wanted.some(isPlaceholder)) return 'unreadable'
  const found = side.says[parameter]
  if (found) return agree(parameter, wanted, found) ? 'same' : 'different'
  const hidden = side.hidden[parameter]
  if (hidden) return agree(parameter, wanted, hidden) ? 'hiddenSame' : 'hidden'
  return side.notPasted?.includes(parameter) ? 'unreadable' : 'missing'
}

/** Both ends offer what they have: one that is alike is enough. Some parameters have a rule of their own. */
const agree = (parameter: Parameter, wanted: readonly string[], found: readonly string[]) =>
  (RULES[parameter] ?? oneAlike)(wanted, found)

type Agrees = (wanted: readonly string[], found: readonly string[]) => boolean

const oneAlike: Agrees = (wanted, found) => wanted.some((value) => found.includes(value))
const allAlike: Agrees = (wanted, found) =>
  wanted.length === found.length && wanted.every((block) => found.includes(block))
/** The device renews first, so its time may be shorter. */
const noLonger: Agrees = ([wanted], found) =>
  found.some((seconds) => Number(seconds) > 0 && Number(seconds) <= Number(wanted))
const sameAsn: Agrees = ([wanted], found) => found.some((text) => plain(text) === wanted)
const sameId: Agrees = ([wanted], found) =>
  found.some((id) => id === ANYONE || id.replace(/^(@|fqdn:)/, '') === wanted)

const RULES: Partial<Record<Parameter, Agrees>> = {
  localSubnet: allAlike,
  remoteSubnet: allAlike,
  ikeLifetime: noLonger,
  ipsecLifetime: noLonger,
  asn: sameAsn,
  neighborAsn: sameAsn,
  localId: sameId,
  remoteId: sameId,
}

/** `1.10` is a way to write an ASN as well. */
function plain(text: string): string {
  const asn = parseAsn(text)
  return asn.ok ? String(asn.value) : text
}

/** What the device has to say. */
function wantsOf(peer: Peer, tunnel: PeerTunnel): Side['says'] {
  const { ike, ipsec, bgp } = tunnel
  return said({
    gateway: tunnel.gateway,
    ikeVersion: tunnel.ikeVersion,
    ikeMode:
      tunnel.ikeVersion === 'ikev1' ? (tunnel.aggressive ? 'aggressive' : 'main') : undefined,
    ikeEncAlg: ike.encryption,
    ikeAuthAlg: ike.authentication,
    ikePfs: ike.group,
    ikeLifetime: ike.lifetime,
    localId: tunnel.localId.value,
    remoteId: tunnel.remoteId.value,
    psk: tunnel.psk,
    ipsecEncAlg: ipsec.encryption,
    ipsecAuthAlg: ipsec.authentication,
    ipsecPfs: ipsec.group,
    ipsecLifetime: ipsec.lifetime,
    localSubnet: peer.flows?.local ?? '0.0.0.0/0',
    remoteSubnet: peer.flows?.remote ?? '0.0.0.0/0',
    dpd: tunnel.enableDpd ? 'on' : 'off',
    natTraversal: tunnel.enableNatTraversal ? 'on' : 'off',
    initiator: peer.mustInitiate ? 'yes' : undefined,
    tunnelAddress: bgp?.address,
    neighbor: bgp?.neighbor,
    asn: bgp?.asn,
    neighborAsn: bgp?.neighborAsn,
  })
}

/** Where the form has it. The two identities change places, as the two ends do. */
function pathOf(parameter: Parameter, { number }: PeerTunnel): string {
  const tunnel = `tunnels.${number - 1}`
  const paths: Partial<Record<Parameter, string>> = {
    gateway: '',
    localId: `${tunnel}.ike.remoteId`,
    remoteId: `${tunnel}.ike.localId`,
    psk: `${tunnel}.psk`,
    localSubnet: 'remoteSubnet',
    remoteSubnet: 'localSubnet',
    dpd: `${tunnel}.enableDpd`,
    natTraversal: `${tunnel}.enableNatTraversal`,
    initiator: 'effectImmediately',
    tunnelAddress: `${tunnel}.bgp.localBgpIp`,
    neighbor: `${tunnel}.bgp.localBgpIp`,
    asn: `${tunnel}.customerGatewayId`,
    neighborAsn: `${tunnel}.bgp.localAsn`,
  }
  return (
    paths[parameter] ?? `${tunnel}.${parameter.startsWith('ike') ? 'ike' : 'ipsec'}.${parameter}`
  )
}
