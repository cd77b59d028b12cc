import { settingsOf } from '@/lib/connection-edit/settings'
import type { Observation, Seen } from '@/lib/history/schema'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

/** What the watcher keeps of a connection between two readings. Contains no key. */
export const observe = (connection: IpsecConnection): Observation => ({
  name: connection.name,
  lights: {
    attachment: isUnattached(connection) ? 'unattached' : 'attached',
    ...Object.fromEntries(
      // Nothing is negotiated before it is attached, so nothing is down.
      (isUnattached(connection) ? [] : connection.tunnels).flatMap(
        ({ tunnelIndex, status, bgp }) => [
          [`tunnel:${tunnelIndex}`, status === 'ipsec_sa_established' ? 'up' : 'down'],
          ...(connection.enableBgp
            ? [[`bgp:${tunnelIndex}`, bgp?.status === 'success' ? 'up' : 'down']]
            : []),
        ],
      ),
    ),
    ...(connection.healthCheck?.enable && {
      health: connection.healthCheck.status === 'success' ? 'up' : 'down',
    }),
  },
  // Addresses of gateways are not read for this: what the cloud shows is compared with what it showed.
  settings: settingsOf(connection, {}),
})

/**
 * What differs between two readings of a connection. A light that was not there before, or is not any more, comes
 * from or goes to nothing. @param now undefined when the connection is gone.
 */
export function changesSince(before: Observation, now: Observation | undefined): Seen[] {
  if (!now) return [{ what: 'connection', from: 'there', to: 'gone' }]
  const compare = (was: Record<string, string>, is: Record<string, string>, prefix: string) =>
    [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) => {
      const [from, to] = [was[name] ?? '', is[name] ?? '']
      return from === to ? [] : [{ what: `${prefix}${name}`, from, to }]
    })
  return [
    ...compare(before.lights, now.lights, ''),
    ...compare(before.settings, now.settings, 'setting:'),
  ]
}
