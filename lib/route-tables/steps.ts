import 'server-only'
import { gone } from '@/lib/operations/presence'
import type { Step } from '@/lib/operations/step'
import { deleteRouteEntry, listRouteEntries } from '@/lib/route-tables/cloud'

/** The static route is gone. */
export const deleteRouteStep = <Input>(
  name: string,
  route: { routeEntryId: string; routeTableId: string; destination: string; nextHopId: string },
): Step<Input> => ({
  name,
  usual: 20,
  limit: 900,
  send: {
    action: 'cen:DeleteTransitRouterRouteEntry',
    // Terraform provider, alicloud_cen_transit_router_route_entry
    busy: ['IncorrectStatus.Status', 'InstanceStatus.NotSupport'],
    on: () => route.routeEntryId,
    changes: () => [
      { what: 'route', from: `${route.destination} in ${route.routeTableId}`, to: '' },
    ],
    call: ({ access }, write) => deleteRouteEntry(access, route.routeEntryId, write),
  },
  look: async ({ access }) => {
    const table = { transitRouterRouteTableId: route.routeTableId }
    const entries = await listRouteEntries(access, table)
    const found = entries.find((each) => each.transitRouterRouteEntryId === route.routeEntryId)
    if (found)
      return gone({ there: true, status: found.transitRouterRouteEntryStatus }, ['Deleting'])
    // Asked in a second way, because a wrong question gives an empty list, not an error.
    const hop = { ...table, transitRouterRouteEntryNextHopId: route.nextHopId }
    const again = await listRouteEntries(access, hop)
    const proven = again.every((each) => each.transitRouterRouteEntryId !== route.routeEntryId)
    return gone({ there: false, proven }, [])
  },
})
