import 'server-only'
import { headers } from 'next/headers'

import { auditedAs, type NewAuditEntry, recordAudit } from '@/lib/audit/append'
import { AccessError, isDenial } from '@/lib/failure/errors'
import type { Permission } from '@/lib/people/permissions'
import type { Access } from '@/lib/request/access'
import { once } from '@/lib/request/once'

const MINUTE = 60_000
/** Lines a minute about those who are not signed in: whoever has many addresses does not fill the audit. */
const MOST_OF_NOBODY = 60

/** Runs what may be denied; a denial stands in the audit, once a minute for who and what. */
export async function auditingDenials<T>(
  access: Access,
  permission: Permission,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof AccessError && isDenial(error.code))
      await record(access.person?.email ?? '', permission, {
        ...auditedAs(access),
        code: error.code,
      })
    throw error
  }
}

/** Somebody asked for what needs a session, and has none. */
export async function recordNobody(permission: Permission): Promise<void> {
  const address = (await headers()).get('x-forwarded-for') ?? ''
  await record(`nobody ${address}`, permission, { actor: '', address, code: 'SignedOut' })
}

async function record(
  who: string,
  permission: Permission,
  line: Pick<NewAuditEntry, 'actor' | 'code'> & Partial<NewAuditEntry>,
): Promise<void> {
  if (!isFirst(who, permission)) return
  await recordAudit({
    regionId: '',
    phase: 'intent',
    action: 'console:denied',
    changes: [{ what: 'permission', from: '', to: permission }],
    outcome: 'refused',
    ...line,
  })
}

/** What was told in this minute. */
const told = () => once('denials', () => ({ minute: 0, keys: new Set<string>(), ofNobody: 0 }))

function isFirst(who: string, permission: Permission): boolean {
  const state = told()
  const minute = Math.floor(Date.now() / MINUTE)
  if (state.minute !== minute) Object.assign(state, { minute, keys: new Set(), ofNobody: 0 })
  const key = `${who} ${permission}`
  if (state.keys.has(key)) return false
  if (who.startsWith('nobody ') && ++state.ofNobody > MOST_OF_NOBODY) return false
  state.keys.add(key)
  return true
}
