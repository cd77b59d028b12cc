'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

import { comment, judge } from '@/app/(console)/approval-actions'
import { Action } from '@/components/audit/cells'
import { Changes } from '@/components/audit/changes'
import { ObjectName } from '@/components/resource/object-name'
import { TextArea } from '@/components/ui/input'
import { Panel } from '@/components/ui/panel'
import { Time, usePrintTime } from '@/components/ui/time'
import { FailureAlert } from '@/components/write/failure-alert'
import { WriteButton } from '@/components/write/write-button'
import { answerOf } from '@/lib/failure/in-browser'
import { useMessage } from '@/lib/i18n/use-message'
import type { Approval, Operation } from '@/lib/operations/schema'
import type { ActionFailure, ActionResult } from '@/lib/request/result'

interface ApprovalPanelProps {
  operation: Operation
  approval: Approval
  /** Reads the operation again: it may stand elsewhere now. */
  onAnswered: () => void
}

/** What a second person looks at: exactly what is sent, what was said about it, and the answer. */
export function ApprovalPanel({ operation, approval, onAnswered }: ApprovalPanelProps) {
  const t = useTranslations('operations.approval')
  const printTime = usePrintTime()
  const { by, sends, difference, expiresAt } = approval
  const isWaiting = operation.state === 'waits-for-approval'
  return (
    <Panel title={t('title')} className="flex flex-col gap-4">
      <p>{isWaiting ? t('waits', { by, expires: printTime(expiresAt) }) : t('was', { by })}</p>
      <section>
        <h3 className="mb-1 text-label font-semibold">{t('sends')}</h3>
        <ol className="flex flex-col">
          {sends.map(({ action, on, changes }, at) => (
            <li
              // Their order is what they are.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              className="grid gap-x-4 gap-y-0.5 border-t border-line py-2 first:border-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
            >
              <div>
                <Action action={action} />
                {on && <ObjectName id={on} {...operation.place} />}
              </div>
              <Changes changes={changes} />
            </li>
          ))}
        </ol>
      </section>
      {difference.length > 0 && (
        <section>
          <h3 className="mb-1 text-label font-semibold">{t('difference')}</h3>
          <Changes changes={difference} />
        </section>
      )}
      <History history={approval.history} />
      {isWaiting && (
        <Answer
          operationId={operation.operationId}
          isOwn={approval.isOwn}
          onAnswered={onAnswered}
        />
      )}
    </Panel>
  )
}

function History({ history }: Pick<Approval, 'history'>) {
  const t = useTranslations('operations.approval')
  return (
    <section>
      <h3 className="mb-1 text-label font-semibold">{t('history')}</h3>
      <ol className="flex flex-col gap-2">
        {history.map(({ what, by, at, text }) => (
          <li key={`${at} ${what}`}>
            {t(`what.${what}`, { by })}{' '}
            <span className="text-hint text-muted">
              <Time at={at} />
            </span>
            {text && <p className="break-words whitespace-pre-wrap text-muted">{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

type Said = 'approve' | 'reject' | 'remark' | 'withdraw'

interface AnswerProps {
  operationId: string
  isOwn: boolean
  onAnswered: () => void
}

/** Approve or refuse what somebody else asked for, withdraw what one asked for, or say something. */
function Answer({ operationId, isOwn, onAnswered }: AnswerProps) {
  const t = useTranslations('operations.approval')
  const translate = useMessage()
  const id = useId()
  const [text, setText] = useState('')
  const [pending, setPending] = useState<Said>()
  const [failure, setFailure] = useState<ActionFailure>()
  const wrong = failure?.fieldErrors?.['text']
  const say = async (answer: Said, press: () => Promise<ActionResult<void>>) => {
    setPending(answer)
    setFailure(undefined)
    const result = await answerOf(press)
    setPending(undefined)
    if (result.ok) setText('')
    else setFailure(result)
    onAnswered()
  }
  const button = (answer: Said) => ({
    pending: pending === answer,
    disabled: pending !== undefined && pending !== answer,
    children: t(answer),
  })
  const spoken = (answer: 'remark' | 'withdraw') => ({
    ...button(answer),
    permission: 'operations.comment' as const,
    onClick: () => void say(answer, () => comment({ operationId, answer, text })),
  })
  const judged = (answer: 'approve' | 'reject') => ({
    ...button(answer),
    permission: 'operations.approve' as const,
    onClick: () => void say(answer, () => judge({ operationId, answer, text })),
  })
  return (
    <div className="flex max-w-160 flex-col gap-3 border-t border-line pt-4">
      <p className="text-muted">{t(isOwn ? 'own' : 'again')}</p>
      <div>
        <label htmlFor={id} className="text-label">
          {t('text')}
        </label>
        <TextArea
          id={id}
          value={text}
          maxLength={1000}
          invalid={wrong !== undefined}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-hint`} className={wrong ? 'text-hint text-error' : 'text-hint text-muted'}>
          {wrong ? translate(wrong) : t('textHint')}
        </p>
      </div>
      {failure && !wrong && <FailureAlert failure={failure} />}
      <div className="flex flex-wrap gap-2.5">
        {isOwn ? (
          <WriteButton {...spoken('withdraw')} />
        ) : (
          <>
            <WriteButton variant="primary" {...judged('approve')} />
            <WriteButton {...judged('reject')} />
          </>
        )}
        <WriteButton {...spoken('remark')} />
      </div>
    </div>
  )
}
