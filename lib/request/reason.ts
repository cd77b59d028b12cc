import { message, type Packed } from '@/lib/i18n/message'
import { type Permission, reasonFor } from '@/lib/people/permissions'
import { MOST_REASON, parseReason } from '@/lib/text/reason'

/** Says with a write why it is made; percent-encoded, because a header takes no letters beyond ASCII. */
export const REASON_HEADER = 'x-reason'

/** A reason as a header. Of one that is too long enough is sent that the server says so. */
export const reasonAsHeader = (typed: string): string =>
  encodeURIComponent(typed.slice(0, MOST_REASON + 100).toWellFormed())

/** Why something is done, or what is wrong with the reason that was given. `isAsked`: the account does not do without. */
export function reasonOf(
  header: string | null,
  permission: Permission,
  isAsked: boolean,
): { reason?: string } | { wrong: Packed } {
  const taken = reasonFor(permission)
  if (taken === 'none') return {}
  const parsed = parseReason(decoded(header ?? ''))
  if (!parsed.ok) return { wrong: parsed.message }
  if (parsed.value) return { reason: parsed.value }
  return isAsked && taken === 'asked' ? { wrong: message('reason.missing') } : {}
}

/** What is no percent-encoding is taken as it stands: somebody wrote it by hand into a script. */
function decoded(header: string): string {
  try {
    return decodeURIComponent(header)
  } catch {
    return header
  }
}
