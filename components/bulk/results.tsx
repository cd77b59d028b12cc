'use client'
import { useTranslations } from 'next-intl'

import { State } from '@/components/resource/state'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { useMessage } from '@/lib/i18n/use-message'
import type { ActionFailure } from '@/lib/request/result'

import type { BulkItem, useRun } from './use-run'

interface ResultsProps {
  items: readonly BulkItem[]
  of: ReturnType<typeof useRun>
  onClose: () => void
}

/** What became of each, how far it is, and what can be pressed meanwhile and afterwards. */
export function Results({ items, of: { states, running, run, stop }, onClose }: ResultsProps) {
  const t = useTranslations('ui.bulk')
  const ui = useTranslations('ui')
  const all = items.map(({ id }) => states.get(id) ?? 'waiting')
  const failed = all.filter((state) => typeof state === 'object').length
  const done = all.filter((state) => state === 'done' || state === 'same').length
  const left = items.length - done
  return (
    <div className="flex flex-col gap-3">
      <output className="font-medium">
        {running
          ? t('of', { done: done + failed, count: items.length })
          : t('over', { done, failed })}
      </output>
      <ul aria-label={t('list')} className="flex flex-col">
        {items.map(({ id, name }, index) => {
          const state = all[index] ?? 'waiting'
          return (
            <li key={id} className="border-t border-line py-2 first:border-0">
              <div className="flex items-baseline gap-3">
                <span className="min-w-0 flex-1 break-words">
                  <bdi>{name || id}</bdi> {name && <Code className="text-muted">{id}</Code>}
                </span>
                <State kind="each" of={typeof state === 'object' ? 'failed' : state} />
              </div>
              {typeof state === 'object' && <Why failure={state} />}
            </li>
          )
        })}
      </ul>
      <div className="flex gap-2">
        {running ? (
          <Button onClick={stop}>{t('stop')}</Button>
        ) : (
          <>
            {left > 0 && (
              <Button onClick={() => void run(items)}>
                {failed === left ? t('again', { count: failed }) : t('goOn', { count: left })}
              </Button>
            )}
            <Button variant="primary" onClick={onClose}>
              {ui('close')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function Why({ failure }: { failure: ActionFailure }) {
  const translate = useMessage()
  const { fieldErrors = {}, message, code } = failure
  return (
    <p className="text-hint text-error">
      {translate(Object.values(fieldErrors)[0] ?? message)} {code && <Code>{code}</Code>}
    </p>
  )
}
