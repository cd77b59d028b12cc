import type { Fragment } from '@/lib/connection-form/fragment'
import { gatewayOf, nameOf, type Surroundings } from '@/lib/connection-form/surroundings'
import type { ConnectionValues, TunnelValues } from '@/lib/connection-form/values'

/** What the band of a closed section shows, to be joined by ` · `. Typed text is shown as it stands. */
export type Summary = (Fragment<'summary'> | Lifetime)[]

/** A length of time, which is written as everywhere. */
interface Lifetime {
  seconds: number
}

/** The bands of the sections that every form of a connection has. */
export const connectionBands = (connection: ConnectionValues) => ({
  encryption: encryptionSummary(connection),
  bgp: [bgpSummary(connection)],
  healthCheck: [healthCheckSummary(connection)],
})

/** The basic settings of a connection: gateway and routing mode. */
export function connectionSummary(connection: ConnectionValues, known: Surroundings): Summary {
  const { customerGatewayId } = connection.tunnels[0]
  const gateway = nameOf(gatewayOf(known, customerGatewayId)?.name ?? '', customerGatewayId)
  return [
    gateway || { key: 'noGateway' },
    { key: connection.routingMode },
    ...(connection.tunnelMode === 'dual' ? [{ key: 'dual' } as const] : []),
  ]
}

/** Encryption settings of the first tunnel: phase 1, then phase 2, each a list of its own. */
export const encryptionSummary = ({ tunnelMode, tunnels }: ConnectionValues): Summary[] => {
  const [{ ike, ipsec, enableDpd, enableNatTraversal }] = tunnels
  return [
    ikeSummary(ike),
    [
      ...ipsecSummary(ipsec),
      { key: enableDpd ? 'dpd' : 'noDpd' },
      { key: enableNatTraversal ? 'natTraversal' : 'noNatTraversal' },
      ...(tunnelMode === 'dual' ? [{ key: 'dual' } as const] : []),
    ],
  ]
}

const ikeSummary = (ike: TunnelValues['ike']): Summary => [
  ike.ikeVersion,
  ...(ike.ikeVersion === 'ikev1' && ike.ikeMode === 'aggressive' ? [ike.ikeMode] : []),
  algorithm(ike.ikeEncAlg),
  ike.ikeAuthAlg,
  ike.ikePfs,
  lifetime(ike.ikeLifetime),
]

const ipsecSummary = (ipsec: TunnelValues['ipsec']): Summary => [
  algorithm(ipsec.ipsecEncAlg),
  ipsec.ipsecAuthAlg,
  ipsec.ipsecPfs === 'disabled'
    ? { key: 'noPfs' }
    : { key: 'pfs', values: { group: ipsec.ipsecPfs } },
  lifetime(ipsec.ipsecLifetime),
]

export const bgpSummary = ({ enableBgp, tunnelMode, tunnels }: ConnectionValues): Summary => {
  if (!enableBgp) return [{ key: 'off' }]
  const [{ bgp }, { bgp: second }] = tunnels
  const blocks = tunnelMode === 'dual' ? [bgp.tunnelCidr, second.tunnelCidr] : [bgp.tunnelCidr]
  return [...blocks, bgp.localAsn && `AS ${bgp.localAsn}`].filter(Boolean)
}

export function healthCheckSummary({ healthCheck }: ConnectionValues): Summary {
  const { enable, dip, sip, interval, retry, policy } = healthCheck
  if (!enable) return [{ key: 'off' }]
  return [
    `${sip} → ${dip}`,
    { key: 'every', values: { interval, retry } },
    { key: policy === 'revoke_route' ? 'withdraw' : 'keep' },
  ]
}

/** Guide, Encryption Algorithm: aes means aes128. */
export const algorithm = (name: string): string => (name === 'aes' ? 'aes128' : name)

/** A lifetime as it was typed; text that is no number stays as it is. */
const lifetime = (seconds: string): string | Lifetime =>
  /^\d{1,6}$/.test(seconds) ? { seconds: Number(seconds) } : seconds
