import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { description, dryRun, flag, name, tags, text } from '../../protocol/parameters'
import { regions } from '../../regions'
import { addCidr } from '../../routers/cidr-blocks'
import { cenOf } from '../../routers/lookups'
import { requireService } from '../../routers/service'
import { newId } from '../../state/ids'

// The SDK sends this list as one JSON text.
const cidrList = z.array(
  z.object({
    Cidr: text(),
    Name: name().default(''),
    Description: description().default(''),
    PublishCidrRoute: flag().default(true),
  }),
)

export const CreateTransitRouter = operation(
  z.object({
    ...dryRun,
    CenId: text(),
    RegionId: text(),
    TransitRouterName: name().default(''),
    TransitRouterDescription: description().default(''),
    SupportMulticast: flag().default(false),
    TransitRouterCidrList: cidrList.default([]),
    Tag: tags().default([]),
  }),
  (params, context) => {
    const { state, account, now, schedule, quota } = context
    requireService(context)
    const cen = cenOf(context, params.CenId, 'InvalidCenId.NotFound')
    if (cen.Status !== 'Active') fail('IncorrectStatus.Status')
    if (cen.ProtectionLevel === 'FULL') fail('OperationUnsupported.CenFullLevel')
    if (!Object.hasOwn(regions, params.RegionId)) fail('IllegalParam.TransitRouterRegionId')
    const present = state.transitRouters.where(
      ({ CenId, RegionId }) => CenId === cen.id && RegionId === params.RegionId,
    )
    if (present.length >= quota('transitRoutersPerCenAndRegion'))
      fail('Resource.QuotaFull', 'The CEN instance has a transit router in this region.')
    const id = newId('tr', params.RegionId)
    const router = state.transitRouters.put({
      id,
      owner: account.uid,
      CenId: cen.id,
      RegionId: params.RegionId,
      Status: 'Creating',
      Type: 'Enterprise',
      SupportMulticast: params.SupportMulticast,
      TransitRouterName: params.TransitRouterName,
      TransitRouterDescription: params.TransitRouterDescription,
      createdAt: now,
      tags: params.Tag,
    })
    state.routeTables.put({
      id: newId('vtb', params.RegionId),
      TransitRouterId: id,
      TransitRouterRouteTableType: 'System',
      TransitRouterRouteTableName: '',
      TransitRouterRouteTableDescription: '',
      TransitRouterRouteTableStatus: 'Creating',
      MultiRegionECMP: 'disable',
      createdAt: now,
      tags: [],
    })
    for (const cidr of params.TransitRouterCidrList) addCidr(context, router, cidr)
    schedule('transitRouterCreated', id)
    return { TransitRouterId: id }
  },
)
