import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { Budgets } from './budget'
import { LIMITS } from './limits'
import { Turns } from './turns'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => vi.useRealTimers())

/** Asks for a turn and tells what became of it. */
function ask(
  turns: Turns,
  client: string,
  { isPage = false, signal = new AbortController().signal } = {},
) {
  const asked = { state: 'waits', end: () => {} }
  void turns.take(client, isPage, signal).then((release) => {
    asked.state = release ? 'goes' : 'refused'
    asked.end = () => {
      asked.state = 'done'
      release?.()
    }
  })
  return asked
}

/** Lets everything that can happen now happen. */
const settle = () => vi.advanceTimersByTimeAsync(0)
const count = (asked: { state: string }[], state: string) =>
  asked.filter((each) => each.state === state).length

test('a client alone goes as fast as Next answers, twelve at a time, and is refused beyond a short queue', async () => {
  const turns = new Turns()
  const all = Array.from({ length: 200 }, () => ask(turns, 'greedy'))
  await settle()
  expect([count(all, 'goes'), count(all, 'waits'), count(all, 'refused')]).toEqual([12, 64, 124])
  for (let round = 0; count(all, 'goes') > 0; round++) {
    all.find(({ state }) => state === 'goes')?.end()
    await settle()
    expect(round).toBeLessThan(200)
  }
  expect([count(all, 'done'), count(all, 'refused')]).toEqual([76, 124])
})

test('while others are there, who asks for much goes only when nobody is being served', async () => {
  const turns = new Turns()
  const first = ask(turns, 'other')
  await settle()
  const greedy = Array.from({ length: 60 }, () => ask(turns, 'greedy'))
  await settle()
  const early = count(greedy, 'goes')
  for (const each of greedy.filter(({ state }) => state === 'goes')) each.end()
  await settle()
  expect(early).toBeLessThanOrEqual(8)
  expect(count(greedy, 'goes')).toBe(0)
  first.end()
  await settle()
  expect(count(greedy, 'goes')).toBe(1)
  // Whatever the greedy one has waiting, another's request goes at once, beside at most one of its own.
  for (let round = 0; round < 20; round++) {
    const other = ask(turns, 'other')
    await settle()
    expect(other.state).toBe('goes')
    greedy.find(({ state }) => state === 'goes')?.end()
    await settle()
    expect(count(greedy, 'goes')).toBe(0)
    other.end()
    await settle()
    expect(count(greedy, 'goes')).toBe(1)
  }
})

test('a page of twenty requests from two people at once is no greed', async () => {
  const turns = new Turns()
  const other = ask(turns, 'other')
  for (let round = 0; round < 4; round++) {
    const six = Array.from({ length: 6 }, () => ask(turns, 'person'))
    await settle()
    expect(count(six, 'goes')).toBe(6)
    for (const each of six) each.end()
    await settle()
  }
  other.end()
})

test('while others are there, a client has one page rendered at a time, and its data beside it', async () => {
  const turns = new Turns()
  const other = ask(turns, 'other')
  await settle()
  const data = ask(turns, 'person')
  const pages = [1, 2, 3].map(() => ask(turns, 'person', { isPage: true }))
  await settle()
  expect([data.state, count(pages, 'goes')]).toEqual(['goes', 1])
  pages[0]?.end()
  await settle()
  expect(count(pages, 'goes')).toBe(1)
  // One that waits for the cloud is not being rendered.
  await vi.advanceTimersByTimeAsync(1000)
  expect(count(pages, 'goes')).toBe(2)
  other.end()
})

test('who asks for more than it may loses its place in the line', async () => {
  const turns = new Turns()
  const all = Array.from({ length: 30 }, () => ask(turns, 'greedy'))
  await settle()
  turns.drop('greedy')
  turns.drop('nobody')
  await settle()
  expect([count(all, 'goes'), count(all, 'refused')]).toEqual([12, 18])
})

test('a request that waits for the cloud keeps nobody from going, up to a number', async () => {
  const turns = new Turns()
  const slow = Array.from({ length: 40 }, () => ask(turns, 'person'))
  for (let round = 0; round < 4; round++) await vi.advanceTimersByTimeAsync(1000)
  expect([count(slow, 'goes'), count(slow, 'waits')]).toEqual([32, 8])
  const other = ask(turns, 'other')
  await settle()
  expect(other.state).toBe('goes')
})

test('while others are there, a greedy one has few at Next however long they take', async () => {
  const turns = new Turns()
  const greedy = Array.from({ length: 60 }, () => ask(turns, 'greedy'))
  const seen: number[] = []
  for (let second = 0; second < 6; second++) {
    ask(turns, 'other')
    await vi.advanceTimersByTimeAsync(999)
    seen.push(count(greedy, 'goes'))
  }
  expect(new Set(seen)).toEqual(new Set([12]))
})

test('who leaves, or waits for too long, gives its place up', async () => {
  const turns = new Turns()
  const going = Array.from({ length: 12 }, () => ask(turns, 'person'))
  const leaver = new AbortController()
  const [left, stays] = [ask(turns, 'person', { signal: leaver.signal }), ask(turns, 'person')]
  await settle()
  leaver.abort()
  await settle()
  expect([left.state, stays.state]).toEqual(['refused', 'waits'])
  going[0]?.end()
  await settle()
  expect(stays.state).toBe('goes')
  const slow = Array.from({ length: 40 }, () => ask(turns, 'person'))
  await vi.advanceTimersByTimeAsync(5000)
  expect(count(slow, 'waits')).toBe(0)
})

test('a budget refills, malformed requests cost more, and going on while it is empty makes it last', () => {
  const budgets = new Budgets(LIMITS)
  const asked = (cost: number, times: number, now: number) =>
    Array.from({ length: times }, () => budgets.spend('a', cost, now)).filter(
      (wait) => wait === undefined,
    ).length
  expect(asked(1, 1500, 0)).toBe(1000)
  expect(budgets.spend('b', 1, 0)).toBeUndefined()
  expect(budgets.spend('a', 1, 0)).toBeGreaterThan(1)
  expect(asked(1, 200, 1000)).toBe(0)
  expect(asked(1, 10_000, 20_000)).toBe(1000)
  expect(asked(5, 1000, 60_000)).toBe(200)
})
