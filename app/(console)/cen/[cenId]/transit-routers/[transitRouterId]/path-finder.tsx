'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useId, useMemo } from 'react'

import { useTypeWord } from '@/components/resource/use-type-word'
import { useReachWords } from '@/components/transit-router/use-reach-words'
import {
  type RouterIds,
  useRouterAttachments,
} from '@/components/transit-router/use-router-attachments'
import { useTableName } from '@/components/transit-router/use-table-name'
import { useTablesOf } from '@/components/transit-router/use-tables-of'
import { Input } from '@/components/ui/input'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { useAddressState } from '@/components/ui/use-address-state'
import type { Attachment } from '@/lib/attachments/schema'
import { parseIpv4 } from '@/lib/net/ipv4'
import { toldOf } from '@/lib/route-tables/advertisement'
import { homeOf, type Path, pathOf } from '@/lib/route-tables/path'
import { routeTableList } from '@/lib/route-tables/queries'
import { routingPolicyList } from '@/lib/routing-policies/queries'

/** Answers "from this attachment to this address": each table, policy and hop, and the way back. */
export function PathFinder(ids: RouterIds) {
  const t = useTranslations('transitRouters.path')
  const ui = useTranslations('ui')
  const typeWord = useTypeWord()
  const { attachments } = useRouterAttachments(ids)
  const [from = '', setFrom] = useAddressState('from')
  const [to = '', setTo] = useAddressState('to')
  const id = useId()
  const start = attachments?.find((one) => one.transitRouterAttachmentId === from)
  const address = to.trim()
  const isAddress = parseIpv4(address).ok
  return (
    <Panel title={t('title')} className="mt-6 max-w-240">
      <p className="mb-3 text-muted">{t('about')}</p>
      <div className="mb-3 flex flex-wrap items-end gap-3">
        <div className="w-72 max-w-full">
          <span id={`${id}-from`} className="mb-1 block text-label text-muted">
            {t('from')}
          </span>
          <Select
            id={id}
            labelledBy={`${id}-from`}
            placeholder={t('choose')}
            loading={!attachments}
            value={from}
            onChange={setFrom}
            options={(attachments ?? []).map((one) => ({
              value: one.transitRouterAttachmentId,
              label: one.transitRouterAttachmentName || one.transitRouterAttachmentId,
              detail: typeWord(one.resourceType),
            }))}
          />
        </div>
        <div className="w-52 max-w-full">
          <label htmlFor={`${id}-to`} className="mb-1 block text-label text-muted">
            {t('to')}
          </label>
          <Input
            id={`${id}-to`}
            mono
            placeholder={ui('example', { example: '10.0.0.10' })}
            value={to}
            onChange={(event) => setTo(event.target.value || undefined)}
          />
        </div>
      </div>
      <div aria-live="polite">
        {address !== '' && !isAddress && <p className="text-warning">{t('noAddress')}</p>}
        {start && isAddress && attachments && (
          <Found ids={ids} start={start} address={address} attachments={attachments} />
        )}
      </div>
    </Panel>
  )
}

interface FoundProps {
  ids: RouterIds
  start: Attachment
  address: string
  attachments: readonly Attachment[]
}

function Found({ ids, start, address, attachments }: FoundProps) {
  const t = useTranslations('transitRouters.path')
  const { way, back: backOf } = useReachWords(ids)
  const nameOf = useTableName()
  const { data: tableNames } = useQuery(routeTableList(ids))
  const attachmentIds = useMemo(
    () => attachments.map((one) => one.transitRouterAttachmentId),
    [attachments],
  )
  const tables = useTablesOf(attachmentIds)
  const { transitRouterAttachmentId: id } = start
  const path = useMemo(() => pathOf(id, address, homeOf(id, tables), tables), [id, address, tables])
  const policy = usePolicy(start, path, tables)
  if (!path) return <Skeleton className="w-80" />
  const { tableId, part, back } = path
  return (
    <ol aria-label={t('found')} className="list-decimal space-y-1 pl-5">
      <li>
        {tableId
          ? t('table', { attachment: nameOfAttachment(start), table: nameOf(tableNames, tableId) })
          : t('noTable', { attachment: nameOfAttachment(start) })}
      </li>
      {tableId && (
        <li className={part.reach === 'hop' ? undefined : 'text-error'}>
          {part.by
            ? t('route', { address, prefix: part.by, way: way(part, part.by) })
            : t('none', { address })}
        </li>
      )}
      {policy && (
        <li className={policy.told ? undefined : 'text-warning'}>{policyWords(t, policy)}</li>
      )}
      {back.length > 0 && <li>{t('back', { ways: backOf(back) ?? '' })}</li>}
    </ol>
  )
}

interface PolicyVerdict {
  told: boolean
  prefix: string
  priority?: number
}

/** Whether the network behind a VPN attachment is told of the route that is taken. */
function usePolicy(
  start: Attachment,
  path: Path | undefined,
  { entriesOf }: ReturnType<typeof useTablesOf>,
): PolicyVerdict | undefined {
  const isVpn = start.resourceType === 'VPN'
  const { data } = useQuery({
    ...routingPolicyList({ cenId: start.cenId, cenRegionId: start.resourceRegionId }),
    enabled: isVpn,
  })
  const prefix = path?.part.by
  const entries = path && entriesOf.get(path.tableId)
  if (!isVpn || !data || !path || !prefix || !entries) return undefined
  const mine = data.filter((policy) => policy.transitRouterRouteTableId === path.tableId)
  const told = toldOf(entries, start.transitRouterAttachmentId, mine, start.resourceId).get(prefix)
  if (!told) return undefined
  return told.told
    ? { told: true, prefix }
    : { told: false, prefix, ...(told.by && { priority: told.by.priority }) }
}

const policyWords = (
  t: ReturnType<typeof useTranslations<'transitRouters.path'>>,
  { told, prefix, priority = 0 }: PolicyVerdict,
) => (told ? t('letOut', { prefix }) : t('held', { prefix, priority }))

const nameOfAttachment = (attachment: Attachment) =>
  attachment.transitRouterAttachmentName || attachment.transitRouterAttachmentId
