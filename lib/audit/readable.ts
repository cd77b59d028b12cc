import type { Change } from '@/lib/operations/schema'

/** A change as it is told to people: one setting, whatever it was called where it was written down. */
export interface ReadableChange {
  /** The SDK's name of the setting, `ikeEncAlg`. */
  name: string
  /** From 0, where it is one tunnel's own. */
  tunnel?: number
  section?: 'ike' | 'ipsec' | 'bgp' | 'healthCheck'
  /** Which tag, or which of several. */
  key?: string
  from: string
  to: string
}

const SECTIONS: Record<string, NonNullable<ReadableChange['section']>> = {
  ikeConfig: 'ike',
  tunnelIkeConfig: 'ike',
  ike: 'ike',
  ipsecConfig: 'ipsec',
  tunnelIpsecConfig: 'ipsec',
  ipsec: 'ipsec',
  bgpConfig: 'bgp',
  tunnelBgpConfig: 'bgp',
  bgp: 'bgp',
  healthCheckConfig: 'healthCheck',
  healthCheck: 'healthCheck',
}

/**
 * What a write of the audit changed, setting by setting: objects that travel as JSON taken apart, the two halves of
 * a tag put together, a parameter of the cloud and a path of the form under the same name.
 */
export function readChanges(changes: readonly Change[]): ReadableChange[] {
  const flat = changes.flatMap(takenApart)
  const tags = tagsIn(flat)
  const settings = flat
    .filter(({ what, from, to }) => !TAG.test(what) && (from !== '' || to !== ''))
    .map(toReadable)
  return [...settings, ...tags]
}

/** `Tag.1.Key`, `Tags.1.Value`, `TagKey.1`; `Tag.site` is what the tag `site` was. */
const TAG = /^(?:Tags?\.(?:(\d+)\.(Key|Value)|(.+))|TagKey\.(\d+))$/

function tagsIn(flat: readonly Change[]): ReadableChange[] {
  const read = flat.flatMap(({ what, from, to }) => {
    const match = TAG.exec(what)
    return match ? [{ match, from, to }] : []
  })
  const keys = new Map<string, string>()
  for (const { match, from, to } of read)
    if (match[2] === 'Key' && match[1]) keys.set(match[1], to || from)
  const found = new Map<string, Pick<Change, 'from' | 'to'>>()
  for (const { match, from, to } of read) {
    const [, at, half, key, gone] = match
    if (half === 'Key' || gone) {
      const name = to || from
      found.set(name, found.get(name) ?? { from: '', to: '' })
    }
    const name = half === 'Value' && at ? keys.get(at) : key
    if (name !== undefined) found.set(name, { from, to })
  }
  return [...found].map(([key, values]) => ({ name: 'tag', key, ...values }))
}

function takenApart({ what, from, to }: Change): Change[] {
  const before = partsOf(from)
  const after = partsOf(to)
  if (!before && !after) return [{ what, from, to }]
  const names = new Set([...(after ?? new Map()).keys(), ...(before ?? new Map()).keys()])
  return [...names].map((name) => ({
    what: `${what}.${name}`,
    from: before?.get(name) ?? '',
    to: after?.get(name) ?? '',
  }))
}

/** The leaves of a value that travels as JSON, by their paths; undefined for any other value. */
function partsOf(text: string): Map<string, string> | undefined {
  if (!/^[[{]/.test(text)) return undefined
  try {
    return new Map(leavesOf(JSON.parse(text)))
  } catch {
    return undefined
  }
}

function leavesOf(value: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), plain(value)]]
  return Object.entries(value).flatMap(([key, each]) =>
    leavesOf(each, [...path, Array.isArray(value) ? String(Number(key) + 1) : key]),
  )
}

const plain = (value: unknown) =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)

const uncapitalised = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

function toReadable({ what, from, to }: Change): ReadableChange {
  const segments = what.split('.').map(uncapitalised)
  const name = segments.findLast((segment) => !/^\d+$/.test(segment)) ?? what
  const of = (list: string) => segments[segments.indexOf(list) + 1] ?? ''
  const tunnel = segments.includes('tunnelOptionsSpecification')
    ? Number(of('tunnelOptionsSpecification')) - 1
    : segments.includes('tunnels')
      ? Number(of('tunnels'))
      : undefined
  const section = segments.flatMap((segment) => SECTIONS[segment] ?? []).at(-1)
  const place = /\.(\d+)\b/.exec(what)?.[1]
  return {
    name,
    from,
    to,
    ...(tunnel !== undefined && Number.isInteger(tunnel) && { tunnel }),
    ...(section && section !== name && { section }),
    ...(tunnel === undefined && place && { key: place }),
  }
}

/** Where the catalogue has the name of a setting, as the form that sets it calls it; undefined for what no form has. */
export const labelPath = ({ name, section }: Pick<ReadableChange, 'name' | 'section'>) =>
  (section === 'healthCheck' ? `attachForm.connection.healthCheck.${name}` : undefined) ??
  FORM_PATHS[name]

const under = (path: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, `attachForm.${path}${name}`]))

const FORM_PATHS: Record<string, string | undefined> = {
  ...under('', ['transitRouterAttachmentName', 'transitRouterAttachmentDescription', 'zoneId']),
  ...under('advanced.', ['autoPublishRouteEnabled']),
  ...under('connection.', [
    'networkType',
    'tunnelBandwidth',
    'routingMode',
    'localSubnet',
    'remoteSubnet',
    'effectImmediately',
    'enableBgp',
  ]),
  ...under('connection.tunnels.', ['customerGatewayId', 'psk', 'enableDpd', 'enableNatTraversal']),
  ...under('connection.tunnels.ike.', [
    'ikeVersion',
    'ikeMode',
    'ikeEncAlg',
    'ikeAuthAlg',
    'ikePfs',
    'ikeLifetime',
    'localId',
    'remoteId',
  ]),
  ...under('connection.tunnels.ipsec.', [
    'ipsecEncAlg',
    'ipsecAuthAlg',
    'ipsecPfs',
    'ipsecLifetime',
  ]),
  ...under('connection.tunnels.bgp.', ['tunnelCidr', 'localBgpIp', 'localAsn']),
}

interface Tree {
  [key: string]: Tree | string
}

/** The names that writes are told by, each with what the reader sees for it, in lower case. */
export function labelledNames(catalogue: Tree): { name: string; label: string }[] {
  const at = (path: string) =>
    path
      .split('.')
      .reduce<Tree | string | undefined>(
        (here, key) => (typeof here === 'object' ? here[key] : undefined),
        catalogue,
      )
  const of = (path: string) => {
    const found = at(path)
    return Object.entries(typeof found === 'object' ? found : {})
  }
  const named = [
    ...of('audit.action'),
    ...of('operations.setting'),
    ...of('states.write'),
    ...of('operations.kind'),
    ...Object.entries(FORM_PATHS).map(([name, path]) => [name, at(`${path}.label`)] as const),
  ]
  return named.flatMap(([name, text]) => {
    // A text with a placeholder is parsed by the build: its plain parts are the label.
    const label = (Array.isArray(text) ? text : [text]).filter((part) => typeof part === 'string')
    return label.length > 0 ? [{ name, label: label.join('').toLowerCase() }] : []
  })
}
