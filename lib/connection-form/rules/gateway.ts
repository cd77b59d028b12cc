import { activeTunnels } from '@/lib/connection-form/choices'
import { gatewayOf } from '@/lib/connection-form/facts'
import { type ConnectionRule, perTunnel } from '@/lib/connection-form/rules/rule'
import { message } from '@/lib/i18n/message'
import { isPrivateUse } from '@/lib/net/cidr'
import { parseIpv4 } from '@/lib/net/ipv4'

/** The devices at the other end. */
export const gatewayRules: ConnectionRule[] = [
  {
    id: 'gateway.gone',
    severity: 'error',
    source: 'Alibaba: CreateVpnAttachment, CustomerGatewayId: one of the region',
    check: (values, facts) =>
      perTunnel(values, ({ customerGatewayId }, path) =>
        facts.customerGateways && customerGatewayId !== '' && !gatewayOf(facts, customerGatewayId)
          ? [{ path: `${path}.customerGatewayId`, message: message('gateway.gone') }]
          : [],
      ),
  },
  {
    id: 'gateway.publicToPrivate',
    severity: 'warning',
    source: 'Guide, Gateway Type: Public is a connection over the Internet; RFC 1918',
    check: (values, facts) =>
      perTunnel(values, ({ customerGatewayId }, path) => {
        const gateway = gatewayOf(facts, customerGatewayId)
        if (values.networkType !== 'public' || !gateway) return []
        const address = parseIpv4(gateway.ipAddress)
        if (!address.ok || !isPrivateUse(address.value)) return []
        const text = message('gateway.publicToPrivate', { address: gateway.ipAddress })
        return [{ path: `${path}.customerGatewayId`, message: text }]
      }),
  },
  {
    id: 'gateway.twice',
    severity: 'warning',
    source: 'Alibaba: dual-tunnel mode: two customer gateways for high availability',
    check: (values) => {
      const [first, second] = activeTunnels(values)
      return second &&
        second.customerGatewayId !== '' &&
        first?.customerGatewayId === second.customerGatewayId
        ? [{ path: 'connection.tunnels.1.customerGatewayId', message: message('gateway.twice') }]
        : []
    },
  },
]
