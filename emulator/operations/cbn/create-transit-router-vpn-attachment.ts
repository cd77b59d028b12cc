import { z } from 'zod'

import { attachableConnection, checkZone } from '../../connections/attachable'
import { allocateGateway } from '../../connections/binding'
import { fail, found } from '../../protocol/errors'
import { type Context, operation } from '../../protocol/operation'
import {
  choice,
  description,
  dryRun,
  flag,
  name,
  tags,
  text,
  whole,
} from '../../protocol/parameters'
import { cenOf, transitRouterOf } from '../../routers/lookups'
import { addSystemPolicies } from '../../routers/route-tables'
import { requireService } from '../../routers/service'
import type { TransitRouter } from '../../state/cen-records'
import { newId } from '../../state/ids'

const params = z.object({
  ...dryRun,
  AutoPublishRouteEnabled: flag().default(true),
  CenId: text().optional(),
  ChargeType: choice(['POSTPAY']).default('POSTPAY'),
  RegionId: text().optional(),
  Tag: tags().default([]),
  TransitRouterAttachmentDescription: description().default(''),
  TransitRouterAttachmentName: name().default(''),
  TransitRouterId: text().optional(),
  VpnId: text(),
  VpnOwnerId: whole().optional(),
  Zone: z.array(z.object({ ZoneId: text() })).default([]),
})
type Params = z.output<typeof params>

export const CreateTransitRouterVpnAttachment = operation(params, (params, context) => {
  const { state, account, now, schedule, quota } = context
  requireService(context)
  const router = routerOf(params, context)
  const connection = attachableConnection(context, router, params)
  checkZone(connection, params.Zone)
  const siblings = state.attachments.where(
    ({ TransitRouterId, ResourceType }) => TransitRouterId === router.id && ResourceType === 'VPN',
  )
  if (siblings.length >= quota('vpnAttachmentsPerTransitRouter'))
    fail('QuotaExceeded.VpnAttachmentPerTransitRouter')
  if (!state.cidrs.first(({ TransitRouterId }) => TransitRouterId === router.id))
    fail('OperationDenied.NoTransitRouterCidr')

  const grant = state.grants.get(`${connection.id}/${router.CenId}`)
  const attachment = state.attachments.put({
    id: newId('tr-attach', router.RegionId),
    owner: account.uid,
    CenId: router.CenId,
    TransitRouterId: router.id,
    ResourceType: 'VPN',
    ResourceId: connection.id,
    ResourceOwnerId: connection.owner,
    ResourceRegionId: connection.RegionId,
    Status: 'Attaching',
    TransitRouterAttachmentName: params.TransitRouterAttachmentName,
    TransitRouterAttachmentDescription: params.TransitRouterAttachmentDescription,
    AutoPublishRouteEnabled: params.AutoPublishRouteEnabled,
    ChargeType: params.ChargeType,
    OrderType: grant?.OrderType ?? 'PayByCenOwner',
    createdAt: now,
    tags: params.Tag,
    zones: params.Zone,
    prefixes: [],
    bandwidth: 0,
  })
  allocateGateway(context, attachment, connection)
  addSystemPolicies(context, router.id)
  state.connections.put({ ...connection, State: 'attaching' })
  schedule('attached', attachment.id)
  return { TransitRouterAttachmentId: attachment.id }
})

function routerOf(params: Params, context: Context): TransitRouter {
  const { CenId, RegionId, TransitRouterId } = params
  if (CenId) cenOf(context, CenId, 'InvalidCenId.NotFound')
  // Alibaba: CenId with RegionId may stand in for TransitRouterId.
  if (!TransitRouterId && !(CenId && RegionId))
    fail('MissingParameter', 'The parameter TransitRouterId is missing.')
  const router = TransitRouterId
    ? transitRouterOf(context, TransitRouterId)
    : found(
        context.state.transitRouters.first(
          (other) => other.CenId === CenId && other.RegionId === RegionId,
        ),
        'InvalidTransitRouterId.NotFound',
      )
  if (CenId && router.CenId !== CenId) fail('InvalidTransitRouterId.NotFound')
  if (RegionId && router.RegionId !== RegionId) fail('IllegalParam.TransitRouterRegionId')
  if (context.state.cens.get(router.CenId)?.Status !== 'Active')
    fail('InvalidOperation.CenInstanceStatus')
  if (router.Type === 'Basic') fail('OperationUnsupported.TransitRouterType')
  if (router.Status !== 'Active') fail('IncorrectStatus.TransitRouterInstance')
  return router
}
