import { type ConnectionRule, perTunnel } from '@/lib/connection-form/rules/rule'
import { gatewayOf, routerBlocks } from '@/lib/connection-form/surroundings'
import { activeTunnels } from '@/lib/connection-form/tunnels'
import { message } from '@/lib/i18n/message'
import { cidrContains, isPrivateUse, printCidr } from '@/lib/net/cidr'
import { parseIpv4 } from '@/lib/net/ipv4'

/** The devices at the other end. */
export const gatewayRules: ConnectionRule[] = [
  {
    name: 'gateway.gone',
    class: 'cloud',
    source: 'Alibaba: CreateVpnAttachment, CustomerGatewayId: one of the region',
    paths: ['connection.tunnels.*.customerGatewayId'],
    check: (values, known) =>
      perTunnel(values, ({ customerGatewayId }, path) =>
        known.gone?.includes(customerGatewayId)
          ? [{ path: `${path}.customerGatewayId`, message: message('gateway.gone') }]
          : [],
      ),
  },
  {
    name: 'gateway.publicToPrivate',
    class: 'standard',
    source: 'Guide, Gateway Type: Public is a connection over the Internet; RFC 1918',
    paths: ['connection.tunnels.*.customerGatewayId'],
    check: (values, known) =>
      perTunnel(values, ({ customerGatewayId }, path) => {
        const gateway = gatewayOf(known, customerGatewayId)
        if (values.networkType !== 'public' || !gateway) return []
        const address = parseIpv4(gateway.ipAddress)
        if (!address.ok || !isPrivateUse(address.value)) return []
        const text = message('gateway.publicToPrivate', { address: gateway.ipAddress })
        return [{ path: `${path}.customerGatewayId`, message: text }]
      }),
  },
  {
    name: 'gateway.inRouterCidr',
    class: 'advice',
    source:
      'Guide, transit router CIDR block: the gateway addresses of the cloud side are taken from it',
    paths: ['connection.tunnels.*.customerGatewayId'],
    check: (values, known) =>
      perTunnel(values, ({ customerGatewayId }, path) => {
        const gateway = gatewayOf(known, customerGatewayId)
        const address = parseIpv4(gateway?.ipAddress ?? '')
        const block = routerBlocks(known).find(
          (each) => address.ok && cidrContains(each, address.value),
        )
        if (!gateway || !block) return []
        const said = message('gateway.inRouterCidr', {
          address: gateway.ipAddress,
          block: printCidr(block),
        })
        return [{ path: `${path}.customerGatewayId`, message: said }]
      }),
  },
  {
    name: 'gateway.twice',
    class: 'advice',
    source: 'Alibaba: dual-tunnel mode: two customer gateways for high availability',
    paths: ['connection.tunnels.*.customerGatewayId'],
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
