import { pickTunnelCidr } from '@/lib/connection-form/pick-tunnel-cidr'
import { parseTunnelCidr } from '@/lib/connection-form/read'
import {
  type ConnectionRule,
  type Fix,
  perTunnel,
  type Problem,
} from '@/lib/connection-form/rules/rule'
import { type Surroundings, gatewayOf, nameOf } from '@/lib/connection-form/surroundings'
import { activeTunnels } from '@/lib/connection-form/tunnels'
import type { ConnectionValues, TunnelValues } from '@/lib/connection-form/values'
import { message, unpackMessage } from '@/lib/i18n/message'
import { parseAsn, remarkOnAsn } from '@/lib/net/asn'
import { printCidr } from '@/lib/net/cidr'

/** BGP over the tunnels: who speaks with whom, on which addresses. All silent while BGP is off. */
export const bgpRules: ConnectionRule[] = [
  {
    name: 'bgp.asnEqual',
    class: 'advice',
    source:
      'RFC 4271, section 1: equal ASNs make the session internal; Alibaba: its own example has them',
    paths: ['connection.tunnels.*.bgp.localAsn'],
    check: (values, known) =>
      perBgp(values, ({ bgp, customerGatewayId }, path) => {
        const gateway = gatewayOf(known, customerGatewayId)
        const asn = readAsn(bgp.localAsn)
        if (!gateway || asn === undefined || gateway.asn !== asn) return []
        const peer = nameOf(gateway.name, customerGatewayId)
        return [
          {
            path: `${path}.bgp.localAsn`,
            message: message('bgp.asnEqual', { asn, gateway: peer }),
          },
        ]
      }),
  },
  {
    name: 'bgp.noPeerAsn',
    class: 'cloud',
    source: 'Alibaba: CreateCustomerGateway, Asn: needed for BGP, cannot be added later',
    paths: ['connection.tunnels.*.customerGatewayId'],
    check: (values, known) =>
      perBgp(values, ({ customerGatewayId }, path) => {
        const gateway = gatewayOf(known, customerGatewayId)
        if (!gateway || gateway.asn !== undefined) return []
        const name = nameOf(gateway.name, customerGatewayId)
        const text = message('bgp.noPeerAsn', { gateway: name })
        return [{ path: `${path}.customerGatewayId`, message: text }]
      }),
  },
  {
    name: 'bgp.asnPublic',
    class: 'advice',
    source: 'Guide, Local ASN: a private ASN is recommended; RFC 6996',
    paths: ['connection.tunnels.*.bgp.localAsn'],
    check: (values) => asnOfClass(values, 'bgp.asnPublic'),
  },
  {
    name: 'bgp.asnReserved',
    class: 'standard',
    source: 'RFC 7607, RFC 6793, RFC 5398, RFC 7300',
    paths: ['connection.tunnels.*.bgp.localAsn'],
    check: (values) => asnOfClass(values, 'bgp.asnReserved'),
  },
  {
    name: 'bgp.asnsDiffer',
    class: 'cloud',
    source: 'Alibaba: dual-tunnel mode, the two tunnels have one local ASN',
    paths: ['connection.tunnels.*.bgp.localAsn'],
    check: (values) => {
      const [first, second] = bgpTunnels(values)
      const asn = first && readAsn(first.bgp.localAsn)
      if (!first || !second || asn === undefined) return []
      const other = readAsn(second.bgp.localAsn)
      if (other === undefined || other === asn) return []
      const path = 'connection.tunnels.1.bgp.localAsn'
      return [{ path, message: message('bgp.asnsDiffer', { asn }) }]
    },
    fix: ({ tunnels: [{ bgp }] }, path) => ({
      label: message('fix.sameAsn', { asn: readAsn(bgp.localAsn) ?? bgp.localAsn }),
      set: { [path]: bgp.localAsn },
    }),
  },
  {
    name: 'bgp.peerAsnsDiffer',
    class: 'advice',
    source: 'Alibaba: dual-tunnel mode, the two peers should have one ASN',
    paths: ['connection.tunnels.*.customerGatewayId'],
    check: (values, known) => {
      const [first, second] = bgpTunnels(values).map(
        ({ customerGatewayId }) => gatewayOf(known, customerGatewayId)?.asn,
      )
      if (first === undefined || second === undefined || first === second) return []
      const path = 'connection.tunnels.1.customerGatewayId'
      return [{ path, message: message('bgp.peerAsnsDiffer', { first, second }) }]
    },
  },
  {
    name: 'bgp.sameTunnelCidr',
    class: 'cloud',
    source: 'Alibaba: CreateVpnAttachment, TunnelCidr: the two tunnels must differ',
    paths: ['connection.tunnels.*.bgp.tunnelCidr'],
    check: (values) => {
      const [first, second] = bgpTunnels(values).map(({ bgp }) => readBlock(bgp.tunnelCidr))
      if (!first || first !== second) return []
      const path = 'connection.tunnels.1.bgp.tunnelCidr'
      return [{ path, message: message('bgp.sameTunnelCidr', { block: first }) }]
    },
    fix: freeBlock,
  },
  {
    name: 'bgp.tunnelCidrUsed',
    class: 'cloud',
    source: 'Alibaba: CreateVpnAttachment, TunnelCidr: unique among the connections of a router',
    paths: ['connection.tunnels.*.bgp.tunnelCidr'],
    check: (values, known) => usedProblems(values, known, true),
    fix: freeBlock,
  },
  {
    name: 'bgp.tunnelCidrElsewhere',
    class: 'advice',
    source: 'The block would collide when that connection is attached to the same router',
    paths: ['connection.tunnels.*.bgp.tunnelCidr'],
    check: (values, known) => usedProblems(values, known, false),
    fix: freeBlock,
  },
]

const bgpTunnels = (values: ConnectionValues): TunnelValues[] =>
  values.enableBgp ? activeTunnels(values) : []

const perBgp: typeof perTunnel = (values, check) =>
  values.enableBgp ? perTunnel(values, check) : []

const readAsn = (text: string): number | undefined => {
  const asn = parseAsn(text)
  return asn.ok ? asn.value : undefined
}

const readBlock = (text: string): string | undefined => {
  const block = parseTunnelCidr(text)
  return block.ok ? printCidr(block.value) : undefined
}

const asnOfClass = (
  values: ConnectionValues,
  key: 'bgp.asnPublic' | 'bgp.asnReserved',
): Problem[] =>
  perBgp(values, ({ bgp }, path) => {
    const said = remarkOnAsn(bgp.localAsn)
    return said && unpackMessage(said).key === key
      ? [{ path: `${path}.bgp.localAsn`, message: said }]
      : []
  })

function usedProblems(values: ConnectionValues, known: Surroundings, onRouter: boolean): Problem[] {
  const here = known.router?.transitRouterId
  const used = (known.blocks ?? []).filter(
    ({ transitRouterId }) => (here !== undefined && transitRouterId === here) === onRouter,
  )
  return perBgp(values, ({ bgp }, path) => {
    const taken = used.find(({ tunnelCidr }) => tunnelCidr === readBlock(bgp.tunnelCidr))
    if (!taken) return []
    const text = message(onRouter ? 'bgp.tunnelCidrUsed' : 'bgp.tunnelCidrElsewhere', {
      block: taken.tunnelCidr,
      connection: nameOf(taken.name, taken.vpnConnectionId),
    })
    return [{ path: `${path}.bgp.tunnelCidr`, message: text }]
  })
}

/** Sets the tunnel block at `path` to a free one, and our address to its lower host. */
function freeBlock(values: ConnectionValues, path: string, known: Surroundings): Fix | undefined {
  const free = pickTunnelCidr(values, known)
  if (!free) return undefined
  const { tunnelCidr, localBgpIp } = free
  return {
    label: message('fix.freeTunnelCidr', { block: tunnelCidr }),
    set: { [path]: tunnelCidr, [path.replace(/tunnelCidr$/, 'localBgpIp')]: localBgpIp },
  }
}
