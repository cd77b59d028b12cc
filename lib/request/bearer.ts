import 'server-only'
import { headers } from 'next/headers'

import type { Access } from '@/lib/people/access'
import { profiles, profilesOpenTo } from '@/lib/people/profiles'
import { personOfToken } from '@/lib/people/token'
import { ACCOUNT_HEADER, asHeader } from '@/lib/request/account-header'
import { once } from '@/lib/request/once'

/**
 * On whose behalf a script asks, by its token alone: whatever cookies it sends count for nothing. The account is the one
 * that it names, or the first one open to it. @throws DatabaseError `DatabaseUnavailable`
 */
export async function accessOfToken(token: string): Promise<Access | undefined> {
  const from = await headers()
  const person = await personOfToken(token, from.get('x-forwarded-for') ?? '')
  if (!person) return undefined
  const said = from.get(ACCOUNT_HEADER)
  const named = profiles.find(({ name }) => asHeader(name) === said)
  // One that is not open to it is refused where the limits are judged, one that is none likewise.
  const profile = said === null ? profilesOpenTo(person)[0]?.name : named?.name
  return { profile: profile ?? '', person }
}

/** Requests that a token has at once, and each second again. */
const BURST = 60
const PER_SECOND = 5
/** More tokens than are used at a time; beyond it each begins anew. */
const MOST = 10_000

/** Takes one request of what a token may ask; gives the seconds to wait when nothing is left. */
export function spendOfToken(tokenId: string, now: number = Date.now()): number {
  const all = once('requests of tokens', () => new Map<string, { left: number; at: number }>())
  if (all.size > MOST) all.clear()
  const { left, at } = all.get(tokenId) ?? { left: BURST, at: now }
  const has = Math.min(BURST, left + (Math.max(0, now - at) / 1000) * PER_SECOND)
  if (has < 1) return Math.ceil((1 - has) / PER_SECOND)
  all.set(tokenId, { left: has - 1, at: now })
  return 0
}
