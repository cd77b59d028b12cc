import type { AttachFormValues } from '@/lib/attach-form/values'
import type { Rule } from '@/lib/connection-form/rules/rule'
import {
  gatewayOf,
  nameOf,
  routerBlocks,
  type Surroundings,
} from '@/lib/connection-form/surroundings'
import { message } from '@/lib/i18n/message'
import { canBeAttached, isUnattached } from '@/lib/ipsec-connections/attach-state'
import { cidrContains, cidrsOverlap, parseCidr, printCidr } from '@/lib/net/cidr'
import { parseIpv4 } from '@/lib/net/ipv4'

/** Whose connection it is, and whether it may be attached. */
export const ownerRules: Rule<AttachFormValues>[] = [
  {
    name: 'owner.createNotPossible',
    class: 'cloud',
    source: 'Alibaba: create a VPN connection: across accounts the IPsec connection exists first',
    paths: ['resource.kind'],
    check: ({ owner, resource }) =>
      owner.kind === 'other' && resource.kind === 'create'
        ? [{ path: 'resource.kind', message: message('owner.createNotPossible') }]
        : [],
    fix: (_, path) => ({ label: message('fix.selectResource'), set: { [path]: 'select' } }),
  },
  {
    name: 'owner.isCurrent',
    class: 'cloud',
    source: 'Guide, Resource Owner ID',
    paths: ['owner.vpnOwnerId'],
    check: ({ owner }, { router }) =>
      owner.kind === 'other' && owner.vpnOwnerId !== '' && owner.vpnOwnerId === router?.accountId
        ? [{ path: 'owner.vpnOwnerId', message: message('owner.isCurrent') }]
        : [],
    fix: () => ({ label: message('fix.currentAccount'), set: { 'owner.kind': 'current' } }),
  },
  {
    name: 'owner.notGranted',
    class: 'cloud',
    source: 'Alibaba: GrantInstanceToTransitRouter',
    paths: ['resource.vpnId'],
    check: ({ owner, resource }, { router }) =>
      selects(resource) &&
      owner.kind === 'other' &&
      router?.grants &&
      !router.grants.some(
        ({ childInstanceId, childInstanceOwnerId }) =>
          childInstanceId === resource.vpnId && childInstanceOwnerId === owner.vpnOwnerId,
      )
        ? [
            {
              path: 'resource.vpnId',
              message: message('owner.notGranted', {
                connection: resource.vpnId,
                account: owner.vpnOwnerId,
              }),
            },
          ]
        : [],
  },
  {
    name: 'resource.gone',
    class: 'cloud',
    source: 'Alibaba: CreateTransitRouterVpnAttachment, VpnId: in the same region',
    paths: ['resource.vpnId'],
    check: (values, known) =>
      selects(values.resource) &&
      values.owner.kind === 'current' &&
      known.gone?.includes(values.resource.vpnId)
        ? [{ path: 'resource.vpnId', message: message('resource.gone') }]
        : [],
  },
  {
    name: 'resource.taken',
    class: 'cloud',
    source: 'Guide, Limits: one transit router per IPsec-VPN connection',
    paths: ['resource.vpnId'],
    check: (values, known) => {
      const selected = selectedOf(values, known)
      return selected && !isUnattached(selected)
        ? [{ path: 'resource.vpnId', message: message('resource.taken') }]
        : []
    },
  },
  {
    name: 'resource.state',
    class: 'cloud',
    source:
      'Alibaba: DescribeVpnConnections, State; CreateTransitRouterVpnAttachment, VpnConnection states',
    paths: ['resource.vpnId'],
    check: (values, known) => {
      const state = selectedOf(values, known)?.state
      return state !== undefined && !canBeAttached(state)
        ? [{ path: 'resource.vpnId', message: message('resource.state', { state }) }]
        : []
    },
  },
  {
    name: 'resource.tunnelCidrUsed',
    class: 'cloud',
    source: 'Alibaba: CreateVpnAttachment, TunnelCidr: unique among the connections of a router',
    paths: ['resource.vpnId'],
    check: (values, known) => {
      const own = (selectedOf(values, known)?.tunnels ?? []).flatMap(
        ({ bgp }) => bgp?.tunnelCidr ?? [],
      )
      const here = known.router?.transitRouterId
      const taken = known.blocks?.find(
        ({ transitRouterId, tunnelCidr }) =>
          here !== undefined && transitRouterId === here && own.includes(tunnelCidr),
      )
      if (!taken) return []
      const said = message('bgp.tunnelCidrUsed', {
        block: taken.tunnelCidr,
        connection: nameOf(taken.name, taken.vpnConnectionId),
      })
      return [{ path: 'resource.vpnId', message: said }]
    },
  },
  {
    name: 'resource.routerCidr',
    class: 'advice',
    source:
      'Guide, transit router CIDR block: the gateway addresses of the cloud side are taken from it',
    paths: ['resource.vpnId'],
    check: (values, known) => {
      const overlapping = remoteOf(values, known).flatMap((block) => {
        const own = routerBlocks(known).find((each) => cidrsOverlap(each, block))
        if (!own) return []
        return [message('routing.routerCidr', { block: printCidr(block), own: printCidr(own) })]
      })
      return overlapping.slice(0, 1).map((said) => ({ path: 'resource.vpnId', message: said }))
    },
  },
  {
    name: 'resource.tableOverlap',
    class: 'advice',
    source: 'Two routes to the same prefix compete; the longer one wins',
    paths: ['resource.vpnId'],
    check: (values, known) => {
      const prefixes = blocksOf(known.router?.prefixes)
      const overlapping = remoteOf(values, known).flatMap((block) => {
        const prefix = prefixes.find((each) => cidrsOverlap(each, block))
        if (!prefix) return []
        const said = { block: printCidr(block), prefix: printCidr(prefix) }
        return [message('routing.tableOverlap', said)]
      })
      return overlapping.slice(0, 1).map((said) => ({ path: 'resource.vpnId', message: said }))
    },
  },
  {
    name: 'resource.gatewayInRouterCidr',
    class: 'advice',
    source:
      'Guide, transit router CIDR block: the gateway addresses of the cloud side are taken from it',
    paths: ['resource.vpnId'],
    check: (values, known) => {
      const own = selectedOf(values, known)?.tunnels ?? []
      const inside = own.flatMap(({ customerGatewayId = '' }) => {
        const address = gatewayOf(known, customerGatewayId)?.ipAddress ?? ''
        const parsed = parseIpv4(address)
        const block = routerBlocks(known).find(
          (each) => parsed.ok && cidrContains(each, parsed.value),
        )
        return block ? [message('gateway.inRouterCidr', { address, block: printCidr(block) })] : []
      })
      return inside.slice(0, 1).map((said) => ({ path: 'resource.vpnId', message: said }))
    },
  },
]

/** How many tunnels the connection of the form has, when that is known. */
export function tunnelsOf(values: AttachFormValues, known: Surroundings): number | undefined {
  if (values.resource.kind === 'create') return values.connection.tunnelMode === 'dual' ? 2 : 1
  return selectedOf(values, known)?.tunnels.length
}

/** What the selected connection says is behind it, but for everything. */
const remoteOf = (values: AttachFormValues, known: Surroundings) =>
  blocksOf(selectedOf(values, known)?.remoteSubnet)

const blocksOf = (texts: readonly string[] = []) =>
  texts.flatMap((text) => {
    const block = parseCidr(text)
    return block.ok && block.value.prefix > 0 ? [block.value] : []
  })

const selects = ({ kind, vpnId }: AttachFormValues['resource']) => kind === 'select' && vpnId !== ''

const selectedOf = ({ owner, resource }: AttachFormValues, { connections = [] }: Surroundings) =>
  owner.kind === 'current' && resource.kind === 'select'
    ? connections.find(({ vpnConnectionId }) => vpnConnectionId === resource.vpnId)
    : undefined
