import type { World } from '../protocol/operation'

/** Unbinds the connection of a VPN attachment: its gateway addresses, allocations and automatic routes go. */
export function releaseGateway({ state }: World, attachmentId: string): void {
  const attachment = state.attachments.get(attachmentId)
  if (attachment?.ResourceType !== 'VPN') return
  const connection = state.connections.get(attachment.ResourceId)
  if (connection) {
    state.connections.put({
      ...connection,
      State: 'active',
      health: { ...connection.health, Status: '' },
      tunnels: connection.tunnels.map((tunnel) => ({
        ...tunnel,
        InternetIp: '',
        ZoneNo: '',
        Status: 'ike_sa_not_established',
        BgpStatus: 'failed',
      })),
    })
    for (const route of state.vcoRoutes.where(
      ({ VpnConnectionId }) => VpnConnectionId === connection.id,
    ))
      if (route.automatic) state.vcoRoutes.delete(route.id)
  }
  const { TransitRouterId } = attachment
  const isLast = !state.attachments.first(
    (other) =>
      other.id !== attachmentId &&
      other.ResourceType === 'VPN' &&
      other.TransitRouterId === TransitRouterId,
  )
  for (const allocation of state.allocations.where(
    (item) => item.TransitRouterId === TransitRouterId,
  ))
    if (
      allocation.AttachmentId === attachmentId ||
      (isLast && allocation.DedicatedOwnerId === 'VPN')
    )
      state.allocations.delete(allocation.id)
}

/** Removes an attachment with its association, propagations and static routes. */
export function detach({ state }: World, attachmentId: string): void {
  state.associations.delete(attachmentId)
  for (const { id } of state.propagations.where(
    ({ TransitRouterAttachmentId }) => TransitRouterAttachmentId === attachmentId,
  ))
    state.propagations.delete(id)
  for (const { id } of state.routes.where(({ nextHopId }) => nextHopId === attachmentId))
    state.routes.delete(id)
  state.attachments.delete(attachmentId)
}
