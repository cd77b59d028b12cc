import type { Connection } from '@/lib/connection-form/read'
import type { NewIpsecConnection } from '@/lib/ipsec-connections/schema'
import type { Tag } from '@/lib/tags/schema'

/**
 * The connection to create. `autoConfigRoute` stays on: with Flow Protection the cloud then adds the route
 * to each peer block by itself (guide, Routing Mode).
 */
export const toNewConnection = (
  connection: Connection,
  { regionId, name, tags }: { regionId: string; name: string; tags: Tag[] },
): NewIpsecConnection => ({
  ...connection,
  regionId,
  name: shortened(name),
  autoConfigRoute: true,
  tags,
})

/** Alibaba: CreateVpnAttachment, Name: up to 100 characters, fewer than an attachment's 128. */
export const MAX_CONNECTION_NAME = 100

/** As much of a name as a connection takes, no character cut in two. */
export const shortened = (name: string): string =>
  name
    .slice(0, MAX_CONNECTION_NAME)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()

/** The pre-shared key of each tunnel; null where the cloud makes one. */
export type Keys = (string | null)[]

/** The keys of a connection, for a store that seals them. */
export const keysOf = ({ tunnels }: Connection): Keys => tunnels.map(({ psk }) => psk ?? null)

/** The connection with these keys and no others; without `keys` it may be stored in clear. */
export function withKeys(connection: Connection, keys: Keys = []): Connection {
  const [first, second] = connection.tunnels
  const keyed = (tunnel: typeof first, key: string | null | undefined) => {
    const { psk: _, ...rest } = tunnel
    return key ? { ...rest, psk: key } : rest
  }
  return {
    ...connection,
    tunnels: second ? [keyed(first, keys[0]), keyed(second, keys[1])] : [keyed(first, keys[0])],
  }
}
