import type { RoutingPolicy } from '@/lib/routing-policies/schema'

const fields = {
  sourceInstances: 'sourceInstanceIds',
  sourceRegions: 'sourceRegionIds',
  sourceTables: 'sourceRouteTableIds',
  destinationInstances: 'destinationInstanceIds',
  destinationRegions: 'destinationRegionIds',
  destinationTables: 'destinationRouteTableIds',
  prefixes: 'destinationCidrBlocks',
  routeTypes: 'routeTypes',
  asns: 'matchAsns',
  communities: 'matchCommunitySet',
} as const satisfies Record<string, keyof RoutingPolicy>

interface Condition {
  name: keyof typeof fields
  values: readonly string[]
}

/** What a routing policy asks for beside the kinds of instances. */
export const conditionsOf = (policy: RoutingPolicy): Condition[] =>
  Object.entries(fields)
    // The keys of a constant object are the names of the conditions.
    .map(([name, field]) => ({ name: name as Condition['name'], values: policy[field] }))
    .filter(({ values }) => values.length > 0)
