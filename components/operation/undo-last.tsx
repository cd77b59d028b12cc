'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { Alert } from '@/components/ui/alert'
import { TextLink } from '@/components/ui/text-link'
import { ConfirmWrite } from '@/components/write/confirm-write'
import { FailureAlert } from '@/components/write/failure-alert'
import { WriteButton } from '@/components/write/write-button'
import { answerOf } from '@/lib/failure/in-browser'
import { routes } from '@/lib/navigation/routes'
import { newOperationId } from '@/lib/operations/new-operation-id'
import { isMoving, type OperationState } from '@/lib/operations/schema'
import type { ActionFailure, ActionResult } from '@/lib/request/result'

interface UndoLastProps<Theirs> {
  /** The last operation of its kind within a day; nothing when there is none. */
  last: { operationId: string; state: OperationState } | null | undefined
  /** Of what it worked on, to be typed. */
  name: string
  /** `changed`: what somebody else changed since. */
  texts: Record<'running' | 'done' | 'stopped' | 'title' | 'body', string> & {
    changed: (theirs: Theirs[]) => string
  }
  /** Begins to take it back; gives what somebody else changed since, and then nothing is begun. */
  undo: (ids: { operationId: string; of: string }) => Promise<ActionResult<Theirs[]>>
}

/** Nothing was sent, or nothing is left of it. */
const NOT_DONE: ReadonlySet<OperationState> = new Set(['refused', 'rolled-back'])

/** What was done last: how far it is, and after its end the way back. */
export function UndoLast<Theirs>(props: UndoLastProps<Theirs>) {
  const t = useTranslations('operations.last')
  const { last, texts } = props
  const [asked, setAsked] = useState<string | undefined>()
  // Rolled back, refused or cancelled: it is as it was.
  if (!last || NOT_DONE.has(last.state)) return null
  const isDone = last.state === 'done'
  const word = isDone ? 'done' : isMoving(last.state) ? 'running' : 'stopped'
  return (
    <div className="mb-4">
      <Alert
        tone={word === 'stopped' ? 'warning' : 'info'}
        actions={
          <>
            {isDone && (
              <WriteButton
                permission="ipsec-connections.edit"
                variant="link"
                onClick={() => setAsked(newOperationId())}
              >
                {t('undo')}
              </WriteButton>
            )}
            <TextLink href={routes.operation(last.operationId)}>{t('steps')}</TextLink>
          </>
        }
      >
        {texts[word]}
      </Alert>
      {asked && (
        <UndoDialog
          {...props}
          ids={{ operationId: asked, of: last.operationId }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  )
}

interface UndoDialogProps<Theirs> extends Pick<UndoLastProps<Theirs>, 'name' | 'texts' | 'undo'> {
  ids: { operationId: string; of: string }
  onClose: () => void
}

function UndoDialog<Theirs>({ name, texts, undo, ids, onClose }: UndoDialogProps<Theirs>) {
  const t = useTranslations('operations.last')
  const router = useRouter()
  const queries = useQueryClient()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<ActionFailure | undefined>()
  const [theirs, setTheirs] = useState<Theirs[]>([])
  const run = async () => {
    setPending(true)
    setFailure(undefined)
    const result = await answerOf(() => undo(ids))
    setPending(false)
    if (!result.ok) return setFailure(result)
    if (result.value.length > 0) return setTheirs(result.value)
    void queries.invalidateQueries()
    router.push(routes.operation(ids.operationId))
  }
  return (
    <ConfirmWrite
      open
      title={<bdi>{texts.title}</bdi>}
      confirmLabel={t('undo')}
      typed={name}
      pending={pending}
      error={
        <>
          {failure && <FailureAlert failure={failure} />}
          {theirs.length > 0 && <Alert tone="warning">{texts.changed(theirs)}</Alert>}
        </>
      }
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>{texts.body}</p>
    </ConfirmWrite>
  )
}
