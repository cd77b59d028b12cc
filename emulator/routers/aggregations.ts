import { block, overlaps, parseBlock } from '../net'
import { fail, found } from '../protocol/errors'
import type { Context } from '../protocol/operation'
import { choice, description, name, text, token } from '../protocol/parameters'
import type { Aggregation, RouteTable } from '../state/cen-records'
import { routeTableOf } from './lookups'

/** What names an aggregate route. */
export const aggregationId = {
  ...token,
  TransitRouteTableAggregationCidr: text(),
  TransitRouteTableId: text(),
}

/** What can be set of one. SDK: VPC is the only scope. */
export const aggregationSettings = {
  TransitRouteTableAggregationDescription: description().optional(),
  TransitRouteTableAggregationName: name().optional(),
  TransitRouteTableAggregationScope: choice(['VPC']).optional(),
  TransitRouteTableAggregationScopeList: choice(['VPC']).array().optional(),
}

// SDK: CreateTransitRouteTableAggregation: nothing that starts with 0 or 100.64, no multicast.
const refused = ['0.0.0.0/8', '100.64.0.0/10', '224.0.0.0/4'].map(block)

/** Throws unless the block may be aggregated. */
export function requireAggregatable(cidr: string): void {
  const parsed = parseBlock(cidr)
  if (!parsed || refused.some((range) => overlaps(range, parsed)))
    fail('InvalidParameter', 'The parameter TransitRouteTableAggregationCidr is not valid.')
}

/** Throws unless one of the two scopes is given, and none twice. SDK: TransitRouteTableAggregationScopeList. */
export function requireScope({ Scope, ScopeList }: Pick<Aggregation, 'Scope' | 'ScopeList'>): void {
  const scopes = [...(Scope ? [Scope] : []), ...ScopeList]
  if (scopes.length === 0)
    fail('MissingParameter', 'The parameter TransitRouteTableAggregationScopeList is missing.')
  if (new Set(scopes).size < scopes.length)
    fail('InvalidParameter', 'The parameter TransitRouteTableAggregationScopeList is not valid.')
}

/** The caller's route table. */
export function aggregatedTable(context: Context, TransitRouteTableId: string): RouteTable {
  return routeTableOf(context, TransitRouteTableId, 'InstanceNotExist.TransitRouterRouteTable')
}

/** The aggregate route of that table and block. */
export function aggregationOf(
  context: Context,
  params: { TransitRouteTableId: string; TransitRouteTableAggregationCidr: string },
): Aggregation {
  const table = aggregatedTable(context, params.TransitRouteTableId)
  return found(
    context.state.aggregations.get(`${table.id}/${params.TransitRouteTableAggregationCidr}`),
    'InstanceNotExist.AggregationRoute',
  )
}

/** Stores an aggregate route that is being told to the VPCs. */
export function configure({ state, schedule }: Context, aggregation: Aggregation): void {
  state.aggregations.put({ ...aggregation, Status: 'Configuring' })
  schedule('aggregationConfigured', aggregation.id)
}
