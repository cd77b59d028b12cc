import type { State } from '../../state/state'
import { forwardingTable } from '../route-tables'
import { applyPolicies } from './policy'
import type { Route } from './route'
import { tableRoutes } from './table-routes'

/** What the router tells the network behind an attachment: the active routes of its table that the policies let out. */
export function advertised(state: State, attachmentId: string): Route[] {
  const attachment = state.attachments.get(attachmentId)
  const tableId = forwardingTable({ state }, attachmentId)
  if (!attachment || !tableId || !publishes(state, attachmentId)) return []
  const policies = state.routeMaps.where(
    (map) =>
      map.TransitRouterRouteTableId === tableId &&
      map.TransmitDirection === 'RegionOut' &&
      map.Status === 'Active',
  )
  return tableRoutes(state, tableId).flatMap((route) => {
    if (route.status !== 'Active' || route.nextHopId === attachmentId) return []
    // The router's own CIDR route is for VBRs only.
    if (route.tag === 'PermitVbr') return attachment.ResourceType === 'VBR' ? [route] : []
    return applyPolicies(policies, route, tableId, attachment) ?? []
  })
}

// Guide, Advanced settings: a VPN is told routes only with automatic advertisement, and over BGP.
function publishes(state: State, attachmentId: string): boolean {
  const attachment = state.attachments.get(attachmentId)
  if (!attachment || (attachment.Status !== 'Attached' && attachment.Status !== 'Modifying'))
    return false
  if (!attachment.AutoPublishRouteEnabled) return false
  if (attachment.ResourceType !== 'VPN') return true
  const connection = state.connections.get(attachment.ResourceId)
  return (
    connection !== undefined &&
    connection.EnableBgp &&
    connection.tunnels.some(({ BgpStatus }) => BgpStatus === 'success')
  )
}
