import type { AttachForm } from '@/lib/attach-form/schema'
import type { Connection } from '@/lib/connection-form/read'

/** The pre-shared key of each tunnel; null where the cloud makes one. */
export type Keys = (string | null)[]

/** The keys of a form, for the sealed store; none when it creates no connection. */
export const keysOf = ({ resource }: AttachForm): Keys | undefined =>
  resource.kind === 'create' ? resource.connection.tunnels.map(({ psk }) => psk ?? null) : undefined

/** The form without its keys, for the open store. */
export const withoutKeys = (form: AttachForm): AttachForm =>
  form.resource.kind === 'select'
    ? form
    : { ...form, resource: { kind: 'create', connection: withKeys(form.resource.connection, []) } }

/** The connection with these keys and no others. */
export function withKeys(connection: Connection, keys: Keys): Connection {
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
