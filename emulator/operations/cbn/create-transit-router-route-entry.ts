import { z } from 'zod'

import { isBlock6, parseBlock } from '../../net'
import { fail, found } from '../../protocol/errors'
import { type Context, operation } from '../../protocol/operation'
import { description, dryRun, name, text } from '../../protocol/parameters'
import { routeTableOf } from '../../routers/lookups'
import { newId } from '../../state/ids'

const params = z.object({
  ...dryRun,
  TransitRouterRouteEntryDescription: description().default(''),
  TransitRouterRouteEntryDestinationCidrBlock: text(),
  TransitRouterRouteEntryName: name().default(''),
  TransitRouterRouteEntryNextHopId: text().optional(),
  TransitRouterRouteEntryNextHopType: z.enum(
    ['BlackHole', 'Attachment'],
    'IllegalParam.NextHopType',
  ),
  TransitRouterRouteTableId: text(),
})
type Params = z.output<typeof params>

export const CreateTransitRouterRouteEntry = operation(params, (params, context) => {
  const { state, now, schedule, quota } = context
  const table = routeTableOf(context, params.TransitRouterRouteTableId)
  if (table.TransitRouterRouteTableStatus !== 'Active')
    fail('IncorrectStatus.TransitRouterRouteTable')
  const destination = params.TransitRouterRouteEntryDestinationCidrBlock
  const isIpv6 = isBlock6(destination)
  if (!isIpv6 && !parseBlock(destination)) fail('IllegalParam.TransitRouterDestinationCidrBlock')
  const nextHopId = nextHopOf(params, context, table.TransitRouterId, isIpv6)

  const present = state.routes.where(
    ({ TransitRouterRouteTableId }) => TransitRouterRouteTableId === table.id,
  )
  const same = present.find((route) => route.destination === destination)
  if (same?.nextHopId === nextHopId) fail('InstanceExist.TransitRouterRouteEntry')
  if (same) fail('OperationFailed.CreateRouteEntryWithSameDestinationCidrBlock')
  if (present.length >= quota('staticRoutesPerRouteTable'))
    fail('QuotaExceeded.TransitRouterRoutEntry')

  const id = newId('rte', state.transitRouters.get(table.TransitRouterId)?.RegionId)
  state.routes.put({
    id,
    TransitRouterRouteTableId: table.id,
    destination,
    nextHopType: params.TransitRouterRouteEntryNextHopType,
    nextHopId,
    name: params.TransitRouterRouteEntryName,
    description: params.TransitRouterRouteEntryDescription,
    Status: 'Creating',
    createdAt: now,
  })
  schedule('routeCreated', id)
  return { TransitRouterRouteEntryId: id }
})

/** The next hop attachment's id, or empty for a black hole. */
function nextHopOf(
  params: Params,
  { state }: Context,
  transitRouterId: string,
  isIpv6: boolean,
): string {
  const id = params.TransitRouterRouteEntryNextHopId
  if (params.TransitRouterRouteEntryNextHopType === 'BlackHole')
    return id ? fail('ParamExclusive.NextHopTypeBlackHoleAndNextHopId') : ''
  if (!id) fail('MissingParam.TransitRouterRouteEntryNextHopId')
  const attachment = found(state.attachments.get(id), 'TransitRouterRouteEntryNextHopId.NotFound')
  if (attachment.TransitRouterId !== transitRouterId)
    fail('InvalidTransitRouterRouteEntryNextHopId.NotFound')
  if (isIpv6 && attachment.ResourceType === 'VPN')
    fail('OperationFailed.CreateTransitRouterRouteEntryWithVPNAttachment')
  if (attachment.Status !== 'Attached') fail('InstanceStatus.NotSupport')
  return id
}
