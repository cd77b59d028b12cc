import {
  type SettingChange,
  type Settings,
  tunnelOf,
  typedSetting,
} from '@/lib/connection-edit/settings'
import type { Addresses } from '@/lib/connection-edit/values'
import type { IpsecConnectionChange, TunnelChange } from '@/lib/ipsec-connections/schema'

/** The key to set on each tunnel; null where it stays. */
export type NewKeys = readonly (string | null)[]

/** What an edit knows of the connection beside its settings. */
export interface Target {
  /** In the order of the form. The id is empty with one tunnel, the address until it is attached. */
  tunnels: readonly { tunnelId: string; internetIp: string }[]
  addresses: Addresses
}

/**
 * What makes these changes, and nothing else. An id that is left out travels as the address it stands for: one
 * that follows the customer gateway is set to the address of the new one, whatever the cloud kept.
 * @param after the settings that there are when all is changed.
 */
export function changeFor(
  changes: readonly SettingChange[],
  keys: NewKeys,
  { tunnels, addresses, after }: Target & { after: Settings },
): IpsecConnectionChange {
  const common = changes.filter(({ path }) => tunnelOf(path) === undefined)
  const own = tunnels.map(({ tunnelId, internetIp }, index): TunnelChange => {
    const base = `connection.tunnels.${index}.`
    const touched = changes.filter(({ path }) => path.startsWith(base))
    const change = typed<TunnelChange>(touched, base)
    const address = addresses[after[`${base}customerGatewayId`] ?? '']
    const isPlanned = touched.some(({ path }) => /customerGatewayId$|remoteId$/.test(path))
    const ids = {
      ...(change.ike?.localId === '' && { localId: internetIp }),
      ...(isPlanned &&
        after[`${base}ike.remoteId`] === '' &&
        address !== undefined && { remoteId: address }),
    }
    return {
      ...change,
      ...(Object.keys(ids).length > 0 && { ike: { ...change.ike, ...ids } }),
      ...(keys[index] && { psk: keys[index] }),
      ...(tunnelId && { tunnelId }),
    }
  })
  const isTouched =
    common.some(({ path }) => path === 'connection.enableBgp') ||
    own.some((change) => Object.keys(change).some((name) => name !== 'tunnelId'))
  // Alibaba: TunnelOptionsSpecification has exactly two items; one that does not change has its id only.
  return {
    ...typed<IpsecConnectionChange>(common, 'connection.'),
    ...(isTouched && { tunnels: own }),
  }
}

/** The changes as an object of the SDK's types, by their paths below `base`. */
function typed<T extends object>(changes: readonly SettingChange[], base: string): T {
  const tree: Record<string, unknown> = {}
  for (const { path, to } of changes) {
    const names = (path.startsWith(base) ? path.slice(base.length) : path).split('.')
    const leaf = names.pop() ?? ''
    let at = tree
    for (const name of names) at = (at[name] ??= {}) as Record<string, unknown>
    at[leaf] = typedSetting(path, to)
  }
  // The paths are those of the form, whose names are the SDK's.
  return tree as T
}
