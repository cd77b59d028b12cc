'use client'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'

import type { Decide } from '@/components/operation/decisions'
import { OperationProgress } from '@/components/operation/progress'
import { useBegunOperation } from '@/components/operation/use-begun-operation'
import { QueryProvider } from '@/components/query/query-provider'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { focusQuietly } from '@/components/ui/focus'
import { Panel } from '@/components/ui/panel'
import { Spinner } from '@/components/ui/spinner'
import { refusalOf } from '@/lib/operations/outcome'
import { operationView } from '@/lib/operations/queries'
import type { Operation } from '@/lib/operations/schema'
import type { ActionFailure } from '@/lib/request/result'

interface FollowToEndProps {
  operationId: string
  decide: Decide
  titleOf: (operation: Operation) => string
  /** Nothing is left of it: what stands above the steps, and on the button that leads back to the form. */
  words: { again: string; back: string }
  /** Where else to go from here. */
  links: ReactNode
  onDone: (operation: Operation) => void
  /** Nothing was made, or nothing is left of it: back to the form as it was, with what was refused. Called by itself when the cloud refused the first call. */
  onBack: (refusal: ActionFailure | undefined) => void
}

/** What OK of a form began, step by step, to its end. */
export function FollowToEnd(props: FollowToEndProps) {
  return (
    <QueryProvider>
      <Followed {...props} />
    </QueryProvider>
  )
}

function Followed({ operationId, words, ...props }: FollowToEndProps) {
  const { data: operation, error, refetch } = useQuery(operationView(operationId))
  useBegunOperation(operationId)
  const state = operation?.state
  const end = useEffectEvent(() => {
    if (operation?.state === 'refused') props.onBack(refusalOf(operation.steps))
    if (operation?.state === 'done') props.onDone(operation)
  })
  useEffect(() => {
    if (state === 'refused' || state === 'done') end()
  }, [state])
  const isThere = operation !== undefined
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The form that had the focus is hidden.
    const heading = isThere && place.current?.querySelector('h2')
    if (heading) focusQuietly(heading)
  }, [isThere])
  if (!operation)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Spinner size={20} />
    )
  const undone = state === 'cancelled' || state === 'rolled-back'
  return (
    <div ref={place}>
      <Panel className="flex max-w-240 flex-col gap-4" title={props.titleOf(operation)}>
        {undone && <p className="text-muted">{words.again}</p>}
        <OperationProgress
          operation={operation}
          stale={error !== null}
          decide={props.decide}
          onDecided={() => void refetch()}
        />
        <div className="flex gap-2.5 border-t border-line pt-4">
          {undone && (
            <Button variant="primary" onClick={() => props.onBack(refusalOf(operation.steps))}>
              {words.back}
            </Button>
          )}
          {props.links}
        </div>
      </Panel>
    </div>
  )
}
