import type { Attachment } from '../../state/cen-records'
import type { State } from '../../state/state'
import type { VpnConnection } from '../../state/vpn-records'
import type { Route } from './route'

/** The routes an attachment brings to every table it propagates to. */
export function routesOf(state: State, attachment: Attachment): Route[] {
  if (attachment.Status !== 'Attached' && attachment.Status !== 'Modifying') return []
  const base = {
    type: 'Propagated',
    status: 'Active',
    nextHopType: 'Attachment',
    nextHopId: attachment.id,
    nextHopResourceId: attachment.ResourceId,
    nextHopResourceType: attachment.ResourceType,
    originResourceId: attachment.ResourceId,
    originResourceType: attachment.ResourceType,
    originRegionId: attachment.ResourceRegionId,
    preference: 50,
    isBackup: false,
    tag: '',
  } as const
  if (attachment.ResourceType !== 'VPN')
    return attachment.prefixes.map(({ cidr, origin, asPath, communities }) => ({
      ...base,
      destination: cidr,
      origin,
      asPath,
      communities,
    }))
  const connection = state.connections.get(attachment.ResourceId)
  if (!connection) return []
  return [...customRoutes(state, connection), ...learnedRoutes(connection)].map((route) => ({
    ...base,
    ...route,
  }))
}

type Learned = Pick<Route, 'destination' | 'origin' | 'asPath' | 'communities'> & {
  isBackup?: boolean
}

// Guide, Switch Route: with revoke_route a failing health check withdraws the connection's routes.
function customRoutes(state: State, { id, health }: VpnConnection): Learned[] {
  if (health.Enable && health.Status === 'failed' && health.Policy === 'revoke_route') return []
  return state.vcoRoutes
    .by('VpnConnectionId', id)
    .filter(({ State }) => State === 'published')
    .map(({ RouteDest, Weight }) => ({
      destination: RouteDest,
      origin: 'Custom',
      asPath: [],
      communities: [],
      isBackup: Weight === 0,
    }))
}

/** What the peer announces over the sessions that are up; a prefix learned by both tunnels counts once. */
function learnedRoutes({ EnableBgp, tunnels }: VpnConnection): Learned[] {
  if (!EnableBgp) return []
  const learned = new Map<string, Learned>()
  for (const tunnel of tunnels) {
    if (tunnel.BgpStatus !== 'success') continue
    for (const { cidr, asPath, communities } of tunnel.learned)
      learned.set(cidr, { destination: cidr, origin: 'BGP', asPath, communities })
  }
  return [...learned.values()]
}
