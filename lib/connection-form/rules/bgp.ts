import type { ConnectionValues, TunnelValues } from '@/lib/attach-form/values'
import { activeTunnels } from '@/lib/connection-form/choices'
import { type AttachFacts, gatewayOf, nameOf } from '@/lib/connection-form/facts'
import { pickTunnelCidr, tunnelCidrsInUse } from '@/lib/connection-form/pick-tunnel-cidr'
import { type ConnectionRule, perTunnel, type Problem } from '@/lib/connection-form/rules/rule'
import { parseTunnelCidr } from '@/lib/connection-form/tunnel-cidr'
import { message } from '@/lib/i18n/message'
import { ALIBABA_ASN, classifyAsn, parseAsn } from '@/lib/net/asn'

/** BGP over the tunnels: who speaks with whom, on which addresses. All silent while BGP is off. */
export const bgpRules: ConnectionRule[] = [
  {
    id: 'bgp.asnEqual',
    severity: 'error',
    source: 'RFC 4271: the session is external, so the two ASNs differ',
    check: (values, facts) =>
      perBgp(values, ({ bgp, customerGatewayId }, path) => {
        const gateway = gatewayOf(facts, customerGatewayId)
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
    id: 'bgp.noPeerAsn',
    severity: 'error',
    source: 'Alibaba: CreateCustomerGateway, Asn: needed for BGP, cannot be added later',
    check: (values, facts) =>
      perBgp(values, ({ customerGatewayId }, path) => {
        const gateway = gatewayOf(facts, customerGatewayId)
        if (!gateway || gateway.asn !== undefined) return []
        const name = nameOf(gateway.name, customerGatewayId)
        const text = message('bgp.noPeerAsn', { gateway: name })
        return [{ path: `${path}.customerGatewayId`, message: text }]
      }),
  },
  {
    id: 'bgp.asnPublic',
    severity: 'warning',
    source: 'Guide, Local ASN: a private ASN is recommended; RFC 6996',
    check: (values) => asnOfClass(values, 'public', 'bgp.asnPublic'),
  },
  {
    id: 'bgp.asnReserved',
    severity: 'warning',
    source: 'RFC 7607, RFC 6793, RFC 5398, RFC 7300',
    check: (values) => asnOfClass(values, 'reserved', 'bgp.asnReserved'),
  },
  {
    id: 'bgp.asnsDiffer',
    severity: 'error',
    source: 'Alibaba: dual-tunnel mode, the two tunnels have one local ASN',
    check: (values) => {
      const [first, second] = bgpTunnels(values)
      const asn = first && readAsn(first.bgp.localAsn)
      if (!first || !second || asn === undefined) return []
      const other = readAsn(second.bgp.localAsn)
      if (other === undefined || other === asn) return []
      const path = 'connection.tunnels.1.bgp.localAsn'
      const fix = { label: message('fix.sameAsn', { asn }), set: { [path]: first.bgp.localAsn } }
      return [{ path, message: message('bgp.asnsDiffer', { asn }), fix }]
    },
  },
  {
    id: 'bgp.peerAsnsDiffer',
    severity: 'warning',
    source: 'Alibaba: dual-tunnel mode, the two peers should have one ASN',
    check: (values, facts) => {
      const [first, second] = bgpTunnels(values).map(
        ({ customerGatewayId }) => gatewayOf(facts, customerGatewayId)?.asn,
      )
      if (first === undefined || second === undefined || first === second) return []
      const path = 'connection.tunnels.1.customerGatewayId'
      return [{ path, message: message('bgp.peerAsnsDiffer', { first, second }) }]
    },
  },
  {
    id: 'bgp.sameTunnelCidr',
    severity: 'error',
    source: 'Alibaba: CreateVpnAttachment, TunnelCidr: the two tunnels must differ',
    check: (values, facts) => {
      const [first, second] = bgpTunnels(values).map(({ bgp }) => readBlock(bgp.tunnelCidr))
      if (!first || first !== second) return []
      const path = 'connection.tunnels.1.bgp'
      const text = message('bgp.sameTunnelCidr', { block: first })
      return [{ path: `${path}.tunnelCidr`, message: text, ...freeFix(values, facts, path) }]
    },
  },
  {
    id: 'bgp.tunnelCidrUsed',
    severity: 'error',
    source: 'Alibaba: CreateVpnAttachment, TunnelCidr: unique among the connections of a router',
    check: (values, facts) => usedProblems(values, facts, true),
  },
  {
    id: 'bgp.tunnelCidrElsewhere',
    severity: 'warning',
    source: 'The block would collide when that connection is attached to the same router',
    check: (values, facts) => usedProblems(values, facts, false),
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

const readBlock = (text: string): string | undefined =>
  parseTunnelCidr(text).ok ? text : undefined

const asnOfClass = (
  values: ConnectionValues,
  wanted: 'public' | 'reserved',
  key: 'bgp.asnPublic' | 'bgp.asnReserved',
): Problem[] =>
  perBgp(values, ({ bgp }, path) => {
    const asn = readAsn(bgp.localAsn)
    // Alibaba's own ASN is the guide's default, though a public one.
    if (asn === undefined || asn === ALIBABA_ASN || classifyAsn(asn) !== wanted) return []
    return [{ path: `${path}.bgp.localAsn`, message: message(key, { asn }) }]
  })

function usedProblems(values: ConnectionValues, facts: AttachFacts, onRouter: boolean): Problem[] {
  const here = facts.router?.transitRouterId
  const used = tunnelCidrsInUse(facts).filter(
    ({ transitRouterId }) => (here !== undefined && transitRouterId === here) === onRouter,
  )
  return perBgp(values, ({ bgp }, path) => {
    const taken = used.find(({ tunnelCidr }) => tunnelCidr === readBlock(bgp.tunnelCidr))
    if (!taken) return []
    const text = message(onRouter ? 'bgp.tunnelCidrUsed' : 'bgp.tunnelCidrElsewhere', {
      block: taken.tunnelCidr,
      connection: nameOf(taken.name, taken.vpnConnectionId),
    })
    const bgpPath = `${path}.bgp`
    return [{ path: `${bgpPath}.tunnelCidr`, message: text, ...freeFix(values, facts, bgpPath) }]
  })
}

function freeFix(values: ConnectionValues, facts: AttachFacts, path: string) {
  const free = pickTunnelCidr(values, facts)
  if (!free) return {}
  const { tunnelCidr, localBgpIp } = free
  const set = { [`${path}.tunnelCidr`]: tunnelCidr, [`${path}.localBgpIp`]: localBgpIp }
  return { fix: { label: message('fix.freeTunnelCidr', { block: tunnelCidr }), set } }
}
