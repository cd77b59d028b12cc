import { tunnelsOf } from '@/lib/attach-form/rules/owner'
import type { AttachFormValues } from '@/lib/attach-form/values'
import { VPN_ATTACHMENT_QUOTA } from '@/lib/attachments/quota'
import { MAX_CONNECTION_NAME, shortened } from '@/lib/connection-form/request'
import { nameRule } from '@/lib/connection-form/rules/name'
import type { Problem, Rule } from '@/lib/connection-form/rules/rule'
import { twoTunnels } from '@/lib/connection-form/tunnels'
import { message, type Packed } from '@/lib/i18n/message'
import { takesChanges } from '@/lib/query/polling'
import { attachesIn } from '@/lib/regions/attachable'

/** What the router and its region allow. */
export const routerRules: Rule<AttachFormValues>[] = [
  {
    name: 'router.region',
    class: 'advice',
    source: 'Guide, Limits; Alibaba: regions that support IPsec-VPN connections to transit routers',
    paths: ['regionId'],
    check: ({ regionId }) =>
      regionId !== '' && !attachesIn(regionId)
        ? [{ path: 'regionId', message: message('router.region', { region: regionId }) }]
        : [],
  },
  {
    name: 'router.basic',
    class: 'cloud',
    source: 'Guide, Limits: Enterprise Edition transit routers',
    paths: ['transitRouterId'],
    check: (_, { router }) => onRouter(router?.type === 'Basic' && message('router.basic')),
  },
  {
    name: 'router.notActive',
    class: 'cloud',
    source: 'Alibaba: CreateTransitRouterVpnAttachment, IncorrectStatus.TransitRouter',
    paths: ['transitRouterId'],
    check: (_, { router }) =>
      onRouter(
        router &&
          !takesChanges(router.status) &&
          message('router.notActive', { status: router.status }),
      ),
  },
  {
    name: 'router.noCidr',
    class: 'cloud',
    source: 'Alibaba: CreateTransitRouterVpnAttachment: a CIDR block is configured on the router',
    paths: ['transitRouterId'],
    check: (_, { router }) => onRouter(router?.cidrBlocks.length === 0 && message('router.noCidr')),
  },
  {
    name: 'router.quota',
    class: 'advice', // the quota can have been raised, and no operation tells
    source: 'Guide, Limits: IPsec-VPN connections per transit router, adjustable',
    paths: ['transitRouterId'],
    check: (_, { router }) => {
      const count = router?.vpnAttachments ?? 0
      return onRouter(
        count >= VPN_ATTACHMENT_QUOTA &&
          message('router.quota', { count, quota: VPN_ATTACHMENT_QUOTA }),
      )
    },
  },
  {
    name: 'router.zone',
    class: 'cloud',
    source:
      'Guide, Zone; Terraform provider, cen_transit_router_vpn_attachment: single-tunnel only',
    paths: ['zoneId'],
    check: (values, known) => {
      if (values.zoneId !== '' || tunnelsOf(values, known) !== 1) return []
      const isNone = known.router?.zones?.length === 0
      return [{ path: 'zoneId', message: message(isNone ? 'choose.noZone' : 'choose.zone') }]
    },
    fix: ({ resource, connection }, _, { router }) =>
      resource.kind === 'create' && router?.zones?.length === 0
        ? { label: message('fix.twoTunnels'), set: twoTunnels(connection) }
        : undefined,
  },
  nameRule('transitRouterAttachmentName', ({ transitRouterAttachmentName: name }) => name),
  {
    name: 'name.taken',
    class: 'advice', // two of the same name are attached all the same
    source:
      'Alibaba: CreateTransitRouterVpnAttachment, TransitRouterAttachmentName: a length, and no word of being the only one',
    paths: ['transitRouterAttachmentName'],
    check: ({ transitRouterAttachmentName: name }, { router }) =>
      router?.attachmentNames?.includes(name)
        ? [{ path: 'transitRouterAttachmentName', message: message('name.taken') }]
        : [],
  },
  {
    name: 'name.shortened',
    class: 'advice', // the cloud refuses the rest, so only what fits is sent
    source: 'Alibaba: CreateVpnAttachment, Name: 1 to 100 characters; an attachment has 128',
    paths: ['transitRouterAttachmentName'],
    check: ({ transitRouterAttachmentName: name, resource }) =>
      resource.kind === 'create' && name.length > MAX_CONNECTION_NAME
        ? [
            {
              path: 'transitRouterAttachmentName',
              message: message('name.shortened', {
                max: MAX_CONNECTION_NAME,
                end: shortened(name).slice(-12),
              }),
            },
          ]
        : [],
  },
  {
    name: 'name.older',
    class: 'advice',
    source: 'Terraform provider, cen_transit_router_vpn_attachment: the older rule for names',
    paths: ['transitRouterAttachmentName'],
    check: ({ transitRouterAttachmentName: name }) =>
      name === '' || /^\p{L}[\p{L}\p{N}_-]{1,127}$/u.test(name)
        ? []
        : [{ path: 'transitRouterAttachmentName', message: message('name.older') }],
  },
]

const onRouter = (text: Packed | false | undefined): Problem[] =>
  text ? [{ path: 'transitRouterId', message: text }] : []
