import { message, type Packed } from '@/lib/i18n/message'
import { type Permission, reasonFor } from '@/lib/people/permissions'
import { parseReason } from '@/lib/text/reason'

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
