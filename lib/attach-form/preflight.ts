import type { AttachFormValues } from '@/lib/attach-form/values'
import { type AttachFacts, VPN_ATTACHMENT_QUOTA } from '@/lib/connection-form/facts'
import type { TextKey } from '@/lib/connection-form/fragment'
import type { MessageValues } from '@/lib/i18n/message'

export type SectionId = 'basic' | 'encryption' | 'bgp' | 'healthCheck' | 'advanced'

/** One line of "Before OK". `section` and `path` say where to go to mend it. */
export interface PreflightItem {
  status: 'ok' | 'warning' | 'error'
  key: TextKey<'preflight'>
  values?: MessageValues
  section?: SectionId
  path?: string
}

/** A problem of the form as the preflight list counts it. */
export interface Counted {
  path: string
  severity: 'error' | 'warning'
  /** The rule that found it; none for a field's own. */
  rule?: string
}

/** Rules that have a line of their own above the counts. */
const SAID = new Set(['router.noCidr', 'router.quota', 'router.region'])

/** The section of the form that holds a field. */
export function sectionOf(path: string): SectionId {
  if (/^connection\.(?:enableBgp|tunnels\.\d\.bgp)\b/.test(path)) return 'bgp'
  if (/^connection\.tunnels\.\d\.(?:ike|ipsec|enableDpd|enableNatTraversal)\b/.test(path))
    return 'encryption'
  if (path.startsWith('connection.healthCheck')) return 'healthCheck'
  return path.startsWith('advanced') ? 'advanced' : 'basic'
}

/**
 * What stands in the way of OK: the state of the router, what the reader should know, and the problems found
 * in the form, counted by section. The `section` value is left to the screen, which knows its title.
 */
export function preflightOf(
  values: AttachFormValues,
  facts: AttachFacts,
  found: readonly Counted[],
): PreflightItem[] {
  return [...routerItems(values, facts), ...tableItems(values), ...problemItems(found)]
}

/** The problems of a form, counted by section, errors first. */
export const problemItems = (found: readonly Counted[]): PreflightItem[] => [
  ...sections(found, 'error', 'problems'),
  ...sections(found, 'warning', 'advice'),
]

function routerItems(
  { regionId, owner, resource }: AttachFormValues,
  { router, vpnAttachments: count, supportedRegions, granted }: AttachFacts,
): PreflightItem[] {
  const items: PreflightItem[] = []
  if (count !== undefined) {
    const values = { count, quota: VPN_ATTACHMENT_QUOTA }
    items.push(
      count < VPN_ATTACHMENT_QUOTA
        ? { status: 'ok', key: 'quota', values }
        : { status: 'warning', key: 'quotaReached', values },
    )
  }
  const block = router?.cidrBlocks[0]
  if (block) items.push({ status: 'ok', key: 'cidr', values: { block } })
  else if (router) items.push({ status: 'error', key: 'noCidr' })
  if (supportedRegions && !supportedRegions.includes(regionId))
    items.push({ status: 'warning', key: 'regionUnknown', values: { region: regionId } })
  // Guide, Limits: the policy comes with the first VPN attachment.
  if (count === 0) items.push({ status: 'warning', key: 'firstPolicy' })
  if (
    owner.kind === 'other' &&
    resource.kind === 'select' &&
    granted?.some(({ vpnId }) => vpnId === resource.vpnId)
  )
    items.push({ status: 'ok', key: 'granted', values: { connection: resource.vpnId } })
  return items
}

function tableItems({ advanced }: AttachFormValues): PreflightItem[] {
  const items: PreflightItem[] = []
  if (!advanced.associateDefaultTable)
    items.push({ status: 'warning', key: 'notAssociated', section: 'advanced' })
  if (!advanced.propagateToDefaultTable)
    items.push({ status: 'warning', key: 'notPropagated', section: 'advanced' })
  return items
}

function sections(
  found: readonly Counted[],
  severity: 'error' | 'warning',
  key: 'problems' | 'advice',
): PreflightItem[] {
  const fields = found.filter((one) => one.severity === severity && !SAID.has(one.rule ?? ''))
  return (['basic', 'encryption', 'bgp', 'healthCheck', 'advanced'] as const).flatMap((section) => {
    const paths = new Set(
      fields.map(({ path }) => path).filter((path) => sectionOf(path) === section),
    )
    const [path] = paths
    return path
      ? [{ status: severity, key, values: { count: paths.size }, section, path } as const]
      : []
  })
}
