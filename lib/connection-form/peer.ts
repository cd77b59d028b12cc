import type { Fragment, TextKey } from '@/lib/connection-form/fragment'
import { parseLocalBgpIp, parseTunnelCidr } from '@/lib/connection-form/read'
import { healthCheckRoute } from '@/lib/connection-form/rules/health-check'
import { algorithm } from '@/lib/connection-form/summary'
import { gatewayOf, type Surroundings } from '@/lib/connection-form/surroundings'
import { activeTunnels } from '@/lib/connection-form/tunnels'
import type { ConnectionValues, TunnelValues } from '@/lib/connection-form/values'
import { parseAsn, printAsdot, printAsplain } from '@/lib/net/asn'
import { otherHostOf30, printCidr } from '@/lib/net/cidr'
import { parseCidrList } from '@/lib/net/cidr-list'
import { printIpv4 } from '@/lib/net/ipv4'

/** One thing the device needs: a label and its value, or the values of a list. */
export interface PeerLine {
  label: TextKey<'peer'>
  value: Fragment<'peer'>[]
}

/** What the device at the other end needs, per tunnel, and what is the same for all tunnels. Mirrored to its side. */
export function forTheOtherEnd(
  values: ConnectionValues,
  known: Surroundings,
): { tunnels: PeerLine[][]; shared: PeerLine[] } {
  const route = healthCheckRoute(values)
  return {
    tunnels: activeTunnels(values).map((tunnel) => tunnelLines(values, tunnel, known)),
    shared: [
      { label: 'selectors', value: selectors(values) },
      ...(route
        ? [
            {
              label: 'healthRoute',
              value: [{ key: 'healthRouteValue', values: { route } }],
            } satisfies PeerLine,
          ]
        : []),
      {
        label: 'initiator',
        value: [{ key: values.effectImmediately ? 'initiateBoth' : 'initiateDevice' }],
      },
    ],
  }
}

function tunnelLines(
  values: ConnectionValues,
  tunnel: TunnelValues,
  known: Surroundings,
): PeerLine[] {
  const { ike, ipsec, psk } = tunnel
  const ids = effectiveIds(tunnel, known)
  return [
    {
      label: 'address',
      value: [{ key: values.networkType === 'public' ? 'addressLater' : 'privateLater' }],
    },
    ...(ids.remoteId ? [{ label: 'localId', value: [ids.remoteId] } satisfies PeerLine] : []),
    { label: 'remoteId', value: [ids.localId ?? { key: 'gatewayAddress' }] },
    { label: 'psk', value: [{ key: psk === '' ? 'pskGenerated' : 'pskTyped' }] },
    {
      label: 'ike',
      value: [
        ike.ikeVersion,
        ...(ike.ikeVersion === 'ikev1'
          ? [{ key: 'mode', values: { mode: ike.ikeMode } } as const]
          : []),
        algorithm(ike.ikeEncAlg),
        ike.ikeAuthAlg,
        ike.ikePfs,
        `${ike.ikeLifetime} s`,
      ],
    },
    {
      label: 'ipsec',
      value: [
        algorithm(ipsec.ipsecEncAlg),
        ipsec.ipsecAuthAlg,
        ipsec.ipsecPfs,
        `${ipsec.ipsecLifetime} s`,
      ],
    },
    { label: 'firewall', value: [{ key: tunnel.enableNatTraversal ? 'nat' : 'noNat' }] },
    ...(values.enableBgp ? bgpLines(tunnel, known) : []),
  ]
}

function bgpLines({ bgp, customerGatewayId }: TunnelValues, known: Surroundings): PeerLine[] {
  const device = peerBgpIp(bgp)
  if (device === undefined) return []
  const asn = gatewayOf(known, customerGatewayId)?.asn
  return [
    { label: 'tunnelAddress', value: [`${device}/30`] },
    {
      label: 'neighbor',
      value: [
        {
          key: 'neighborValue',
          values: { address: bgp.localBgpIp, asn: bothNotations(bgp.localAsn) },
        },
      ],
    },
    { label: 'asn', value: [asn === undefined ? { key: 'noAsn' } : String(asn)] },
  ]
}

/**
 * The identifiers of a tunnel as they will be negotiated. An empty LocalId becomes the gateway address that
 * Alibaba gives out on attaching, so it is not known before; an empty RemoteId becomes the customer gateway's
 * address (guide, LocalId and RemoteId).
 */
export function effectiveIds(
  { ike, customerGatewayId }: TunnelValues,
  known: Surroundings,
): { localId: string | undefined; remoteId: string | undefined } {
  return {
    localId: ike.localId || undefined,
    remoteId: ike.remoteId || gatewayOf(known, customerGatewayId)?.ipAddress,
  }
}

/** The device's end of the tunnel: the other host of the /30. Undefined while the block or our end is not right. */
export function peerBgpIp({ tunnelCidr, localBgpIp }: TunnelValues['bgp']): string | undefined {
  const block = parseTunnelCidr(tunnelCidr)
  const local = parseLocalBgpIp(block, localBgpIp)
  return block.ok && local.ok ? printIpv4(otherHostOf30(local.value)) : undefined
}

function selectors(values: ConnectionValues): Fragment<'peer'>[] {
  if (values.routingMode === 'destination') return [{ key: 'any' }]
  const local = parseCidrList(values.remoteSubnet)
  const remote = parseCidrList(values.localSubnet)
  if (!local.ok || !remote.ok) return []
  return local.value.flatMap((from) =>
    remote.value.map((to): Fragment<'peer'> => ({
      key: 'pair',
      values: { local: printCidr(from), remote: printCidr(to) },
    })),
  )
}

/** Most devices want the plain number; those that print it dotted show the other one. */
function bothNotations(text: string): string {
  const asn = parseAsn(text)
  if (!asn.ok || asn.value <= 65_535) return text
  return `${printAsplain(asn.value)} (${printAsdot(asn.value)})`
}
