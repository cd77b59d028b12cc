'use client'
import { Check, Ellipsis, TriangleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { memo, type ReactNode, useState } from 'react'

import { focusField } from '@/components/form/focus'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Panel } from '@/components/ui/panel'
import type { Judgement, PreflightItem } from '@/lib/connection-form/judge'
import { type Counted, keepingLines, newlyCounted } from '@/lib/connection-form/kept-lines'

import { useJudgement } from './judge-context'
import { type KeepDevice, PeerDevice } from './peer-device'
import { PeerNeeds } from './peer-needs'
import { useSurroundings } from './surroundings-context'

/** Beside the form, live: what stands in the way of OK, what OK does, what the other end needs. */
export const SideSummary = memo(function SideSummary({ keepDevice }: { keepDevice: KeepDevice }) {
  const t = useTranslations('attachForm.side')
  return (
    <aside
      aria-label={t('aside')}
      className="flex flex-col gap-3 xl:sticky xl:top-16 xl:max-h-[calc(100vh-9rem)] xl:self-start xl:overflow-y-auto"
    >
      <BeforeOk />
      <WhatOkDoes />
      <PeerNeeds />
      <PeerDevice keepDevice={keepDevice} />
    </aside>
  )
})

function BeforeOk() {
  const t = useTranslations('attachForm')
  const router = useRouter()
  const before = useKeepingLines(useJudgement())
  const { unread, blocks, reading } = useSurroundings()
  return (
    <Panel title={t('side.before')}>
      <ul className="flex flex-col gap-2 text-label">
        {unread.map(({ what, code }) => (
          <Line key={what} status="warning">
            {t('side.unread', { what: t(`side.reads.${what}`), code })}{' '}
            <Button variant="link" onClick={() => router.refresh()}>
              {t('side.retry')}
            </Button>
          </Line>
        ))}
        {before.map((item) => (
          <Line key={`${item.key} ${item.section}`} status={item.status}>
            <Item item={item} />
          </Line>
        ))}
        {(reading || blocks) && (
          <Line status={blocks ? 'ok' : 'reading'}>
            {blocks ? t('side.compared', { count: blocks.length }) : t('side.reading')}
          </Line>
        )}
      </ul>
    </Panel>
  )
}

/** Remembers what was counted, and keeps its lines. */
function useKeepingLines(judgement: Judgement): readonly PreflightItem[] {
  const [counted, setCounted] = useState<readonly Counted[]>([])
  const fresh = newlyCounted(judgement, counted)
  if (fresh.length > 0) setCounted([...counted, ...fresh])
  return keepingLines(judgement, counted)
}

/** The text of a line; a link where it leads to a field. */
function Item({ item: { key, values, section, path } }: { item: PreflightItem }) {
  const t = useTranslations('attachForm')
  const text = t(`preflight.${key}`, {
    ...values,
    section: section ? t(`section.${section}`) : '',
  })
  if (!path) return text
  return (
    <Button
      variant="link"
      className="text-left whitespace-normal!"
      onClick={() => focusField(path)}
    >
      {text}
    </Button>
  )
}

const marks = {
  ok: { icon: Check, ink: 'text-ok' },
  warning: { icon: TriangleAlert, ink: 'text-warning' },
  error: { icon: X, ink: 'text-error' },
  reading: { icon: Ellipsis, ink: 'text-muted' },
}

function Line({ status, children }: { status: keyof typeof marks; children: ReactNode }) {
  const t = useTranslations('attachForm.side.status')
  const { icon: Icon, ink } = marks[status]
  return (
    <li className="flex gap-2.5">
      <Icon aria-hidden size={14} className={cx('mt-0.75 shrink-0', ink)} />
      <span className="sr-only">{t(status)}</span>
      <span className="min-w-0 flex-1">{children}</span>
    </li>
  )
}

function WhatOkDoes() {
  const t = useTranslations('attachForm')
  const { plan } = useJudgement()
  const { router } = useSurroundings()
  const words = (text: (typeof plan)[number]['title']) =>
    typeof text === 'string' ? text : t(`plan.${text.key}`, text.values)
  const numbers = new Map(
    plan.filter(({ skipped }) => !skipped).map(({ step }, at) => [step, at + 1]),
  )
  return (
    <Panel title={t('side.does')}>
      <ol className="flex flex-col text-label">
        {plan.map(({ step, title, detail, skipped }) => (
          <li
            key={step}
            className="flex gap-2.5 border-t border-line py-1.5 first:border-0 first:pt-0 last:pb-0"
          >
            <span aria-hidden className="w-3 shrink-0 text-muted">
              {numbers.get(step) ?? '–'}
            </span>
            <details className="min-w-0 flex-1">
              <summary className={cx('list-none', skipped && 'text-muted')}>{words(title)}</summary>
              <p className="mt-1 text-hint break-words text-faint">
                {words(detail)}{' '}
                {(step === 'associate' || step === 'propagate') && !skipped && router?.defaultTable}
              </p>
            </details>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
