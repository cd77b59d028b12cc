'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'

import { useBegunOperation } from '@/components/operation/use-begun-operation'
import { State } from '@/components/resource/state'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { focusQuietly } from '@/components/ui/focus'
import { TextLink } from '@/components/ui/text-link'
import { useMessage } from '@/lib/i18n/use-message'
import { routes } from '@/lib/navigation/routes'
import { operationView } from '@/lib/operations/queries'
import type { ActionFailure } from '@/lib/request/result'

import { type BulkItem, isRefused, type useRun } from './use-run'

interface ResultsProps {
  items: readonly BulkItem[]
  of: ReturnType<typeof useRun>
  onClose: () => void
}

/** What became of each, how far it is, and what can be pressed meanwhile and afterwards. */
export function Results({ items, of: { states, running, run, stop }, onClose }: ResultsProps) {
  const t = useTranslations('ui.bulk')
  const ui = useTranslations('ui')
  const told = useRef<HTMLOutputElement>(null)
  // What was pressed is gone.
  useEffect(() => {
    if (told.current) focusQuietly(told.current)
  }, [])
  const all = items.map(({ id }) => states.get(id) ?? 'waiting')
  const failed = all.filter(isRefused).length
  const left = all.filter((state) => state === 'waiting' || isRefused(state)).length
  const done = items.length - left - all.filter((state) => state === 'running').length
  const begun = items.some(({ begins }) => begins)
  return (
    <div className="flex flex-col gap-3">
      <output ref={told} className="font-medium outline-none">
        {running
          ? t('of', { done: done + failed, count: items.length })
          : t(begun ? 'begun' : 'over', { done, failed })}
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
                {typeof state === 'object' && 'begun' in state ? (
                  <Begun operationId={state.begun} />
                ) : (
                  <State kind="each" of={isRefused(state) ? 'failed' : state} />
                )}
              </div>
              {isRefused(state) && <Why failure={state} />}
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

/** How far an operation is that was begun for one, with the way to its steps. */
function Begun({ operationId }: { operationId: string }) {
  const t = useTranslations('operations.mark')
  const { data } = useQuery(operationView(operationId))
  useBegunOperation(operationId)
  return (
    <span className="flex items-baseline gap-3">
      <TextLink href={routes.operation(operationId)}>{t('steps')}</TextLink>
      <State kind="operation" of={data?.state ?? 'running'} />
    </span>
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
