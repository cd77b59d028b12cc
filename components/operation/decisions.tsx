'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Changes } from '@/components/audit/changes'
import { useStepWords } from '@/components/operation/steps'
import { Alert } from '@/components/ui/alert'
import { ConfirmWrite } from '@/components/write/confirm-write'
import { FailureAlert } from '@/components/write/failure-alert'
import { WriteButton } from '@/components/write/write-button'
import { answerOf } from '@/lib/failure/in-browser'
import { remains } from '@/lib/operations/outcome'
import type { Decision, Operation } from '@/lib/operations/schema'
import type { ActionFailure, ActionResult } from '@/lib/request/result'

/** Passes a decision on. `false`: it was not taken, because the operation has moved on. */
export type Decide = (decision: {
  operationId: string
  decision: Decision
}) => Promise<ActionResult<boolean>>

interface OperationDecisionsProps {
  operation: Operation
  decide: Decide
  /** Reads the operation again: whatever became of the decision, it may stand elsewhere now. */
  onDecided: () => void
}

const looks = {
  continue: 'primary',
  'roll-back': 'normal',
  keep: 'normal',
} as const satisfies Record<Decision, string>

/** What a person may ask of an operation now, each with what it leads to; and why it asks. */
export function OperationDecisions({ operation, decide, onDecided }: OperationDecisionsProps) {
  const t = useTranslations('operations')
  const [pending, setPending] = useState<Decision | undefined>()
  const [asked, setAsked] = useState<Decision | undefined>()
  const [failure, setFailure] = useState<ActionFailure | undefined>()
  const [late, setLate] = useState(false)
  const { operationId, decisions, question } = operation
  const choose = async (decision: Decision) => {
    setPending(decision)
    setFailure(undefined)
    setLate(false)
    const result = await answerOf(() => decide({ operationId, decision }))
    setPending(undefined)
    setAsked(undefined)
    if (!result.ok) setFailure(result)
    else setLate(!result.value)
    onDecided()
  }
  if (decisions.length === 0 && !asked && !failure && !late) return null
  return (
    <div className="flex flex-col gap-3">
      {question && (
        <div role="alert" className="text-warning">
          <p>{t(`question.${question.reason}`)}</p>
          {question.changes && <Changes changes={question.changes} />}
        </div>
      )}
      {failure && <FailureAlert failure={failure} />}
      <output>{late && <Alert tone="warning">{t('moved')}</Alert>}</output>
      <ul className="flex flex-col gap-2">
        {decisions.map((decision) => (
          <li key={decision} className="flex items-center gap-3">
            <WriteButton
              permission="operations.write"
              variant={looks[decision]}
              pending={pending === decision}
              disabled={pending !== undefined && pending !== decision}
              className="min-w-44"
              // Going on sends nothing that was not reviewed; the others are hard to take back.
              onClick={() => (decision === 'continue' ? void choose(decision) : setAsked(decision))}
            >
              {t(`decision.${decision}`)}
            </WriteButton>
            <span className="text-hint text-muted">{t(`decisionHint.${decision}`)}</span>
          </li>
        ))}
      </ul>
      {asked && (
        <Confirm
          operation={operation}
          decision={asked}
          pending={pending === asked}
          onConfirm={() => void choose(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  )
}

interface ConfirmProps {
  operation: Operation
  decision: Decision
  pending: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Says what a decision does to what exists. */
function Confirm({ operation, decision, pending, onConfirm, onClose }: ConfirmProps) {
  const t = useTranslations('operations')
  const words = useStepWords()
  const { exists } = remains(operation.steps)
  return (
    <ConfirmWrite
      open
      title={t('confirm.title', {
        decision: t(`decision.${decision}`),
        subject: operation.subject,
      })}
      confirmLabel={t(`decision.${decision}`)}
      danger={decision !== 'keep'}
      pending={pending}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t(`decisionHint.${decision}`)}</p>
      {operation.makes && (
        <div className="text-muted">
          {exists.length === 0
            ? t('confirm.nothing')
            : t(decision === 'keep' ? 'confirm.keeps' : 'confirm.removes')}
          <ul className="list-disc pl-5">
            {exists.map((step) => (
              <li key={step.name}>
                {words(step)} {step.resourceId && <bdi className="mono">{step.resourceId}</bdi>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </ConfirmWrite>
  )
}
