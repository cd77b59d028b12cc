'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'

import { answerOf } from '@/lib/failure/in-browser'
import { useMessage } from '@/lib/i18n/use-message'
import { routes } from '@/lib/navigation/routes'
import { type Notice, notify } from '@/lib/notices/store'
import { newOperationId } from '@/lib/operations/new-operation-id'
import { proofQuestion } from '@/lib/people/proof-asked'
import { reasonQuestion } from '@/lib/people/reason-asked'
import { type ActionFailure, type ActionResult, APPROVAL_ASKED } from '@/lib/request/result'

export interface WriteWords {
  running: string
  done: string
  /** Where to see the result. */
  href?: string
  /** What takes it back. */
  undo?: Notice['undo']
}

/** Milliseconds after which a word about what takes so long is due. */
const SLOW = 2000

let writes = 0

/**
 * Runs a server action that is one call: one notice that turns from under way into done or failed, and every
 * read on the page again afterwards. `failure` stays until the next write. Until it is done, each press with the same
 * input brings the same nonce, so that it takes effect once.
 */
export function useWrite() {
  const queries = useQueryClient()
  const translate = useMessage()
  const t = useTranslations('ui')
  const [pending, setPending] = useState(false)
  const nonces = useRef(new Map<string, string>())
  const [failure, setFailure] = useState<ActionFailure | undefined>()

  async function write<Input, Value>(
    { running, done, ...where }: WriteWords,
    action: (input: Input, nonce: string) => Promise<ActionResult<Value>>,
    input: Input,
  ): Promise<ActionResult<Value>> {
    writes += 1
    const id = `write-${writes}`
    setPending(true)
    setFailure(undefined)
    notify({ id, state: 'running', text: running })
    const slow = setTimeout(() => {
      // While a person is asked, it is not the cloud that takes its time.
      if (!proofQuestion.store.read() && !reasonQuestion.store.read())
        notify({ id, state: 'running', text: `${running} ${t('patience')}` })
    }, SLOW)
    const intent = JSON.stringify([running, input])
    const nonce = nonces.current.get(intent) ?? newOperationId()
    nonces.current.set(intent, nonce)
    const result = await answerOf(() => action(input, nonce))
    if (result.ok) nonces.current.delete(intent)
    clearTimeout(slow)
    if (result.ok) {
      const { busy } = result
      const more = busy && t('sentAgain', { code: busy.code, count: busy.again + 1 })
      notify({ id, state: 'done', text: [done, more].filter(Boolean).join(' '), ...where })
    } else {
      const { code, requestId, fieldErrors = {} } = result
      const said = Object.values(fieldErrors)[0] ?? result.message
      const { operationId } = result
      // It comes to nothing yet, but nothing went wrong.
      if (code === APPROVAL_ASKED && operationId)
        notify({ id, state: 'asks', text: translate(said), href: routes.operation(operationId) })
      else notify({ id, state: 'failed', text: translate(said), code, requestId })
      setFailure(result)
      // A press on what says so counts: it does not wait for the lists.
      setPending(false)
    }
    await queries.invalidateQueries()
    if (result.ok) setPending(false)
    return result
  }

  return { write, pending, failure, forget: () => setFailure(undefined) }
}
