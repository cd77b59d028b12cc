'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { answerOf } from '@/lib/failure/in-browser'
import { useMessage } from '@/lib/i18n/use-message'
import { notify } from '@/lib/notices/store'
import type { ActionFailure, ActionResult } from '@/lib/request/result'

interface WriteWords {
  running: string
  done: string
  /** Where to see the result. */
  href?: string
}

/** Milliseconds after which a word about what takes so long is due. */
const SLOW = 2000

let writes = 0

/**
 * Runs a server action that is one call: one notice that turns from under way into done or failed, and every
 * read on the page again afterwards. `failure` stays until the next write.
 */
export function useWrite() {
  const queries = useQueryClient()
  const translate = useMessage()
  const t = useTranslations('ui')
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<ActionFailure | undefined>()

  async function write<Value>(
    { running, done, ...where }: WriteWords,
    action: () => Promise<ActionResult<Value>>,
  ): Promise<ActionResult<Value>> {
    writes += 1
    const id = `write-${writes}`
    setPending(true)
    setFailure(undefined)
    notify({ id, state: 'running', text: running })
    const slow = setTimeout(notify, SLOW, {
      id,
      state: 'running',
      text: `${running} ${t('patience')}`,
    })
    const result = await answerOf(action())
    clearTimeout(slow)
    if (result.ok) notify({ id, state: 'done', text: done, ...where })
    else {
      const { code, requestId, fieldErrors = {} } = result
      const said = Object.values(fieldErrors)[0] ?? result.message
      notify({ id, state: 'failed', text: translate(said), code, requestId })
      setFailure(result)
    }
    await queries.invalidateQueries()
    setPending(false)
    return result
  }

  return { write, pending, failure, forget: () => setFailure(undefined) }
}
