import { addressesOf, valuesOf } from '@/lib/connection-edit/values'
import { blocksOf } from '@/lib/connection-form/around'
import { pickTunnelCidr } from '@/lib/connection-form/pick-tunnel-cidr'
import { MAX_CONNECTION_NAME } from '@/lib/connection-form/request'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import { activeTunnels } from '@/lib/connection-form/tunnels'
import type { ConnectionFormValues } from '@/lib/connection-form/values'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { changeable } from '@/lib/tags/operation-tag'

/**
 * The form of a new connection with the settings of this one. Its key is not copied; the name and the tunnel
 * blocks, which may exist once only, are proposed anew.
 */
export function cloneOf(
  original: IpsecConnection,
  { customerGateways }: Surroundings,
  others: readonly IpsecConnection[],
): ConnectionFormValues {
  const values = valuesOf(original, addressesOf(customerGateways))
  const { connection } = values
  const blocks = blocksOf(others)
  for (const { bgp } of connection.enableBgp ? activeTunnels(connection) : [])
    Object.assign(bgp, pickTunnelCidr(connection, { blocks }) ?? { tunnelCidr: '', localBgpIp: '' })
  const taken = new Set(others.map(({ name }) => name))
  return { ...values, name: freeName(original.name, taken), tag: changeable(original.tags) }
}

/** `hq-copy`, `hq-copy-2`, …: the first that no connection of the region has. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (name === '') return ''
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '-copy' : `-copy-${number}`
    const copy = `${name.slice(0, MAX_CONNECTION_NAME - end.length)}${end}`
    if (!taken.has(copy)) return copy
  }
}
