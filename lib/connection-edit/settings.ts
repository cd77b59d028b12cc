import { type Addresses, valuesOf } from '@/lib/connection-edit/values'
import { type Connection, readConnection } from '@/lib/connection-form/read'
import { connectionDefaults } from '@/lib/connection-form/values'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import type { Reader } from '@/lib/text/reading'

/**
 * All that can be changed on a connection, by form path, as text; without its keys. What counts for nothing has
 * no entry: BGP and the health check while they are off, the negotiation mode of ikev2.
 */
export type Settings = Readonly<Record<string, string>>

/** One setting that differs. */
export interface SettingChange {
  /** Form path, such as `connection.tunnels.0.ike.ikeEncAlg`. */
  path: string
  /** Empty for a key, and for what was off. */
  from: string
  to: string
}

/** The settings of a form that was read. */
export function settingsOfForm({
  name,
  connection,
}: {
  name: string
  connection: Connection
}): Settings {
  // Decided when it was created; a connection is moved to another group by a call of its own.
  const {
    networkType: _,
    tunnelBandwidth: _fixed,
    resourceGroupId: _moved,
    healthCheck,
    ...rest
  } = connection
  const check = healthCheck ?? { enable: false }
  return counting(Object.fromEntries(flat({ name, connection: { ...rest, healthCheck: check } })))
}

/** The settings of a connection as it is, read the way the form is read. */
export function settingsOf(connection: IpsecConnection, addresses: Addresses): Settings {
  const { name, connection: values } = valuesOf(connection, addresses)
  return settingsOfForm({ name, connection: readConnection(asItIs, values) })
}

/** What differs, in the order of the form. What no longer counts does not travel. */
export const changesBetween = (before: Settings, after: Settings): SettingChange[] =>
  Object.entries(after)
    .map(([path, to]) => ({ path, from: before[path] ?? '', to }))
    .filter(({ from, to }) => from !== to)

/** Whether two readings differ anywhere, whether it counts in the second or not. */
export const differencesOf = (before: Settings, now: Settings): SettingChange[] =>
  [...new Set([...Object.keys(now), ...Object.keys(before)])]
    .map((path) => ({ path, from: before[path] ?? '', to: now[path] ?? '' }))
    .filter(({ from, to }) => from !== to)

/** The settings after these changes. */
export const withChanges = (before: Settings, changes: readonly SettingChange[]): Settings =>
  counting({ ...before, ...Object.fromEntries(changes.map(({ path, to }) => [path, to])) })

/** The path of a tunnel's key. Its values are in no list of changes. */
export const keyPath = (tunnel: number): string => `connection.tunnels.${tunnel}.psk`

/** 0 or 1 where a path is one tunnel's own. */
export function tunnelOf(path: string): number | undefined {
  const [, index] = /^connection\.tunnels\.(\d)\./.exec(path) ?? []
  return index === undefined ? undefined : Number(index)
}

const counting = (settings: Settings): Settings =>
  Object.fromEntries(
    Object.entries(settings).filter(([path]) => {
      if (path.endsWith('.psk')) return false
      if (path.includes('.bgp.')) return settings['connection.enableBgp'] === 'true'
      if (path.endsWith('.ikeMode'))
        return settings[path.replace('ikeMode', 'ikeVersion')] === 'ikev1'
      if (path.startsWith('connection.healthCheck.') && !path.endsWith('.enable'))
        return settings['connection.healthCheck.enable'] === 'true'
      return true
    }),
  )

const flat = (value: object): [string, string][] =>
  leaves(value).map(([path, each]) => [path, Array.isArray(each) ? each.join(',') : String(each)])

/** Every setting below an object, by its path. */
function leaves(value: object, above = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    const path = `${above}${name}`
    const isList = Array.isArray(each) && each.every((item) => typeof item === 'string')
    return typeof each === 'object' && each !== null && !isList
      ? leaves(each, `${path}.`)
      : [[path, each]]
  })
}

/** Takes what the form would refuse as it is: somebody else set it, and the cloud took it. */
const asItIs: Reader = {
  // Only printed again, so that its type counts for nothing.
  text: (parse, value) => {
    const parsed = parse(value)
    return parsed.ok ? parsed.value : (value as never)
  },
  parsed: (parsed) => (parsed.ok ? parsed.value : ('' as never)),
  report: () => undefined as never,
  at: () => asItIs,
}

const defaults = connectionDefaults('single')

/** What the reading of the form makes of each setting, by its path in tunnel 1: text, a number or a switch. */
const TYPES: ReadonlyMap<string, string> = new Map(
  leaves({
    connection: readConnection(asItIs, {
      ...defaults,
      enableBgp: true,
      healthCheck: { ...defaults.healthCheck, enable: true },
    }),
  }).map(([path, value]) => [path, typeof value]),
)

/** The text of a setting as the SDK's types have it. */
export function typedSetting(path: string, text: string): string | number | boolean {
  const type = TYPES.get(path.replace('.tunnels.1.', '.tunnels.0.'))
  if (type === 'boolean') return text === 'true'
  return type === 'number' ? Number(text) : text
}
