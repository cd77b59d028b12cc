import { once } from '@/lib/request/once'

const SECOND = 1000

/** Seconds between two looks at something the cloud works on. */
const LOOKS = [1, 2, 4, 8, 15]
/** Seconds before a busy cloud is asked again. Terraform provider: 3 s, then 5 s more each time. */
const BUSY = [3, 5, 8, 15]
/** Seconds before a throttled call goes out again: six tries in five minutes, then rarely. */
const THROTTLED = [3, 10, 30, 60, 120]
const CREDENTIALS = [1, 15, 60]
/** Seconds between readings that look for the effect of a call whose fate is unknown. */
const DOUBT = [2, 5, 5, 8, 15]

export const schedules = {
  looks: LOOKS,
  busy: BUSY,
  throttled: THROTTLED,
  credentials: CREDENTIALS,
  doubt: DOUBT,
}

/**
 * Milliseconds to wait before try number `tries` (from 0), up to a fifth longer by chance so that many
 * waiters spread out, and never shorter than `atLeast`.
 */
export function pause(
  schedule: readonly number[],
  tries: number,
  random: number,
  atLeast = 0,
): number {
  const seconds = schedule[Math.min(tries, schedule.length - 1)] ?? 0
  return Math.round(Math.max(seconds * SECOND, atLeast) * (1 + random / 5))
}

/** Two readings of an absence count as two when this far apart. */
export const APART_MS = 5 * SECOND
/** A call without an answer may still arrive at the cloud this much later. */
export const LATE_MS = 35 * SECOND
/** The same when this process died while it sent: the token still guards against a second effect. */
export const DIED_MS = 10 * SECOND
/** Beyond this age a token may be forgotten, so the same call could take effect twice. */
export const TOKEN_MS = 600 * SECOND
/** What was accepted must be visible after this. */
export const VISIBLE_MS = 120 * SECOND
/** Reading back without a usable answer for this long needs a person. */
export const UNCLEAR_MS = 300 * SECOND

const CAPACITY = 40
const PER_SECOND = 8

interface Bucket {
  tokens: number
  at: number
}

/**
 * Takes one repeat or poll from what a credential may spend; first sends are free, so polling never delays
 * a write. Gives the milliseconds to wait instead when nothing is left.
 */
export function spend(profile: string, now: number): number {
  const buckets = once('retry budget', () => new Map<string, Bucket>())
  const { tokens, at } = buckets.get(profile) ?? { tokens: CAPACITY, at: now }
  const left = Math.min(CAPACITY, tokens + (Math.max(0, now - at) / 1000) * PER_SECOND)
  if (left < 1) return Math.ceil(((1 - left) / PER_SECOND) * 1000)
  buckets.set(profile, { tokens: left - 1, at: now })
  return 0
}
