import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { followingInterval, pollByStatus, pollQuietly } from '@/lib/query/polling'

beforeAll(() => void vi.useFakeTimers({ now: 0 }))
afterAll(() => void vi.useRealTimers())

const interval = pollByStatus((rows: readonly { status: string }[]) =>
  rows.map(({ status }) => status),
)
const rows = (length: number, status = 'Attached') => Array.from({ length }, () => ({ status }))
const next = (data: readonly { status: string }[] | undefined) => interval({ state: { data } })
const MINUTE = 60_000

test('looks again soon while something changes, however long nothing else did', () => {
  const changing = rows(60, 'Attaching')
  expect(next(changing)).toBe(2000)
  vi.advanceTimersByTime(60 * MINUTE)
  expect(next(changing)).toBe(2000)
})

test('looks seldom when nothing changes, and at the usual pace when something did', () => {
  const settled = rows(10)
  expect([next(undefined), next(settled)]).toEqual([30_000, 30_000])
  vi.advanceTimersByTime(5 * MINUTE)
  expect(next(settled)).toBe(MINUTE)
  vi.advanceTimersByTime(60 * MINUTE)
  expect(next(settled)).toBe(2 * MINUTE)
  expect(next(rows(10))).toBe(30_000)
  expect(pollQuietly({ state: { data: settled } })).toBe(2 * MINUTE)
})

test.each([10, 50, 900, 5000, 10_000])(
  '%i settled rows cost at most 20 calls a minute',
  (length) => {
    const calls = Math.ceil(length / 50)
    const everyMinute = (calls * MINUTE) / next(rows(length))
    expect(everyMinute).toBeLessThanOrEqual(20)
  },
)

test.each([60, 500, 5000, 10_000])(
  '%i rows of which some change cost at most 60 calls a minute, read whole or one by one',
  (length) => {
    const calls = Math.ceil(length / 50)
    const everyMinute = (each: number, interval: number) => (each * MINUTE) / interval
    expect(everyMinute(calls, next(rows(length, 'Attaching')))).toBeLessThanOrEqual(60)
    for (const count of [1, 2, 10, calls])
      expect(everyMinute(count, followingInterval(count))).toBeLessThanOrEqual(40)
  },
)
