'use client'
import { answerOf } from '@/lib/failure/in-browser'
import { useMessage } from '@/lib/i18n/use-message'
import { notify } from '@/lib/notices/store'
import type { ActionResult } from '@/lib/request/result'

/** Waits until a preference is kept, and tells when it is not. Gives whether it is. */
export function useKeep(): (kept: Promise<ActionResult<void>>) => Promise<boolean> {
  const translate = useMessage()
  return async (kept) => {
    const result = await answerOf(() => kept)
    if (!result.ok) notify({ id: 'preference', state: 'failed', text: translate(result.message) })
    return result.ok
  }
}
