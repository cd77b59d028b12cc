import { message } from '@/lib/i18n/message'
import type { ActionFailure } from '@/lib/request/result'

/** What a server action failed with when its request never came back; it may still have arrived. */
export const unreachable = (): ActionFailure => ({
  ok: false,
  message: message('request.unreachable'),
  outcome: 'unknown',
})
