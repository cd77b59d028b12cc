import { fail } from '../protocol/errors'
import { newId } from '../state/ids'
import type { Transaction } from '../state/transaction'
import type { VpnConnection } from '../state/vpn-records'

/**
 * Brings the automatic routes of an attached connection in line with its peer blocks: one destination route for each, none for
 * destination routing. Guide, Flow Protection. Throws beyond `limit` routes.
 */
export function syncProtectedFlows(
  { state, now }: Transaction,
  { id, AutoConfigRoute, RemoteSubnet }: VpnConnection,
  limit = Number.POSITIVE_INFINITY,
): void {
  const wanted = AutoConfigRoute
    ? RemoteSubnet.split(',').filter((cidr) => cidr !== '0.0.0.0/0')
    : []
  const routes = state.vcoRoutes.where((route) => route.VpnConnectionId === id)
  for (const route of routes)
    if (route.automatic && !wanted.includes(route.RouteDest)) state.vcoRoutes.delete(route.id)
  const kept = routes.filter((route) => !route.automatic || wanted.includes(route.RouteDest))
  const added = wanted.filter((cidr) => !kept.some(({ RouteDest }) => RouteDest === cidr))
  if (added.length > 0 && kept.length + added.length > limit)
    fail(
      'QuotaExceeded.PolicyBasedRoute',
      `${kept.length} routes exist, ${added.length} would be added, ${limit} are allowed.`,
    )
  for (const RouteDest of added)
    state.vcoRoutes.put({
      id: newId('vcoroute'),
      VpnConnectionId: id,
      RouteDest,
      NextHop: id,
      Weight: 100,
      OverlayMode: 'Ipsec',
      Description: '',
      State: 'published',
      automatic: true,
      createdAt: now,
    })
}
