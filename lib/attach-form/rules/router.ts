import type { AttachFormValues } from '@/lib/attach-form/values'
import { type AttachFacts, VPN_ATTACHMENT_QUOTA } from '@/lib/connection-form/facts'
import type { Problem, Rule } from '@/lib/connection-form/rules/rule'
import { message } from '@/lib/i18n/message'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'

/** What the router, the region and the owner of the connection allow. */
export const routerRules: Rule<AttachFormValues>[] = [
  {
    id: 'router.region',
    severity: 'warning',
    source: 'Guide, Limits; Alibaba: regions that support IPsec-VPN connections to transit routers',
    check: ({ regionId }, { supportedRegions }) =>
      supportedRegions && regionId !== '' && !supportedRegions.includes(regionId)
        ? [{ path: 'regionId', message: message('router.region', { region: regionId }) }]
        : [],
  },
  {
    id: 'router.basic',
    severity: 'error',
    source: 'Guide, Limits: Enterprise Edition transit routers',
    check: (_, { router }) => onRouter(router?.type === 'Basic' && message('router.basic')),
  },
  {
    id: 'router.notActive',
    severity: 'error',
    source: 'Alibaba: CreateTransitRouterVpnAttachment, IncorrectStatus.TransitRouter',
    check: (_, { router }) =>
      onRouter(
        router &&
          router.status !== 'Active' &&
          message('router.notActive', { status: router.status }),
      ),
  },
  {
    id: 'router.noCidr',
    severity: 'error',
    source: 'Alibaba: CreateTransitRouterVpnAttachment: a CIDR block is configured on the router',
    check: (_, { router }) => onRouter(router?.cidrBlocks.length === 0 && message('router.noCidr')),
  },
  {
    id: 'router.quota',
    severity: 'warning', // the quota can have been raised, and no operation tells
    source: 'Guide, Limits: IPsec-VPN connections per transit router, adjustable',
    check: (_, { vpnAttachments: count = 0 }) =>
      onRouter(
        count >= VPN_ATTACHMENT_QUOTA &&
          message('router.quota', { count, quota: VPN_ATTACHMENT_QUOTA }),
      ),
  },
  {
    id: 'router.zone',
    severity: 'error',
    source:
      'Guide, Zone; Terraform provider, cen_transit_router_vpn_attachment: single-tunnel only',
    check: (values, facts) =>
      values.zoneId === '' && tunnelsOf(values, facts) === 1
        ? [{ path: 'zoneId', message: message('choose.zone') }]
        : [],
  },
  {
    id: 'name.older',
    severity: 'warning',
    source: 'Terraform provider, cen_transit_router_vpn_attachment: the older rule for names',
    check: ({ transitRouterAttachmentName: name }) =>
      name === '' || /^\p{L}[\p{L}\p{N}_-]{1,127}$/u.test(name)
        ? []
        : [{ path: 'transitRouterAttachmentName', message: message('name.older') }],
  },
]

/** Whose connection it is, and whether it may be attached. */
export const ownerRules: Rule<AttachFormValues>[] = [
  {
    id: 'owner.createNotPossible',
    severity: 'error',
    source: 'Alibaba: create a VPN connection: across accounts the IPsec connection exists first',
    check: ({ owner, resource }) =>
      owner.kind === 'other' && resource.kind === 'create'
        ? [
            {
              path: 'resource.kind',
              message: message('owner.createNotPossible'),
              fix: { label: message('fix.selectResource'), set: { 'resource.kind': 'select' } },
            },
          ]
        : [],
  },
  {
    id: 'owner.isCurrent',
    severity: 'error',
    source: 'Guide, Resource Owner ID',
    check: ({ owner }, { accountId }) =>
      owner.kind === 'other' && accountId !== undefined && owner.vpnOwnerId === accountId
        ? [
            {
              path: 'owner.vpnOwnerId',
              message: message('owner.isCurrent'),
              fix: { label: message('fix.currentAccount'), set: { 'owner.kind': 'current' } },
            },
          ]
        : [],
  },
  {
    id: 'owner.notGranted',
    severity: 'error',
    source: 'Alibaba: GrantInstanceToTransitRouter',
    check: ({ owner, resource }, { granted }) =>
      selects(resource) &&
      owner.kind === 'other' &&
      granted &&
      !granted.some(
        ({ vpnId, vpnOwnerId }) => vpnId === resource.vpnId && vpnOwnerId === owner.vpnOwnerId,
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
    id: 'resource.gone',
    severity: 'error',
    source: 'Alibaba: CreateTransitRouterVpnAttachment, VpnId: in the same region',
    check: (values, facts) =>
      selects(values.resource) &&
      values.owner.kind === 'current' &&
      facts.connections &&
      !selectedOf(values, facts)
        ? [{ path: 'resource.vpnId', message: message('resource.gone') }]
        : [],
  },
  {
    id: 'resource.taken',
    severity: 'error',
    source: 'Guide, Limits: one transit router per IPsec-VPN connection',
    check: (values, facts) => {
      const selected = selectedOf(values, facts)
      return selected && !isUnattached(selected)
        ? [{ path: 'resource.vpnId', message: message('resource.taken') }]
        : []
    },
  },
]

/** How many tunnels the connection of the form has, when that is known. */
export function tunnelsOf(values: AttachFormValues, facts: AttachFacts): number | undefined {
  if (values.resource.kind === 'create') return values.connection.tunnelMode === 'dual' ? 2 : 1
  return selectedOf(values, facts)?.tunnels.length
}

const selects = ({ kind, vpnId }: AttachFormValues['resource']) => kind === 'select' && vpnId !== ''

const selectedOf = ({ owner, resource }: AttachFormValues, { connections = [] }: AttachFacts) =>
  owner.kind === 'current' && resource.kind === 'select'
    ? connections.find(({ vpnConnectionId }) => vpnConnectionId === resource.vpnId)
    : undefined

const onRouter = (text: string | false | undefined): Problem[] =>
  text ? [{ path: 'transitRouterId', message: text }] : []
