import { ATTACH_FORM_SECTIONS } from '@/lib/attach-form/sections'
import type { AttachFormValues } from '@/lib/attach-form/values'
import { VPN_ATTACHMENT_QUOTA } from '@/lib/attachments/quota'
import { type Counted, type PreflightItem, problemItems } from '@/lib/connection-form/judge'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import { attachesIn } from '@/lib/regions/attachable'

/** Rules that have a line of their own above the counts. */
const TOLD_ALREADY = new Set(['router.noCidr', 'router.quota', 'router.region'])

/**
 * What stands in the way of OK: the state of the router, what the reader should know, and the problems found
 * in the form, counted by section.
 */
export const preflightOf = (
  values: AttachFormValues,
  known: Surroundings,
  found: readonly Counted[],
): PreflightItem[] => [
  ...routerItems(values, known),
  ...tableItems(values),
  ...problemItems(
    ATTACH_FORM_SECTIONS,
    found.filter(({ rule = '' }) => !TOLD_ALREADY.has(rule)),
  ),
]

function routerItems(
  { regionId, owner, resource }: AttachFormValues,
  { router }: Surroundings,
): PreflightItem[] {
  const items: PreflightItem[] = []
  const count = router?.vpnAttachments
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
  if (!attachesIn(regionId))
    items.push({ status: 'warning', key: 'regionUnknown', values: { region: regionId } })
  // Guide, Limits: the policy comes with the first VPN attachment.
  if (count === 0) items.push({ status: 'warning', key: 'firstPolicy' })
  if (
    owner.kind === 'other' &&
    resource.kind === 'select' &&
    router?.grants?.some(({ childInstanceId }) => childInstanceId === resource.vpnId)
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
