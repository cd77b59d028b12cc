import { once } from '@/lib/request/once'

const CAPACITY = 40
const PER_SECOND = 8

interface Bucket {
  tokens: number
  at: number
}

/**
 * Takes one repeat or poll from what a credential may spend; first sends are free, so polling never holds
 * up a write. Gives the milliseconds to wait instead when nothing is left.
 */
export function spend(profile: string, now: number): number {
  const buckets = once('retry budget', () => new Map<string, Bucket>())
  const { tokens, at } = buckets.get(profile) ?? { tokens: CAPACITY, at: now }
  const left = Math.min(CAPACITY, tokens + (Math.max(0, now - at) / 1000) * PER_SECOND)
  if (left < 1) return Math.ceil(((1 - left) / PER_SECOND) * 1000)
  buckets.set(profile, { tokens: left - 1, at: now })
  return 0
}
