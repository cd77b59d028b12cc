import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { History, HistoryChange } from '@/lib/history/schema'
import { lanesOf, lasted, madeBy } from '@/lib/history/timeline'

const BEGIN = Date.parse('2026-11-20T00:00:00Z')
const END = Date.parse('2026-11-21T00:00:00Z')
const iso = (at: number) => new Date(at).toISOString()

/** A day in which a light goes up and down, and what it is at the end of it. */
const day = fc
  .uniqueArray(fc.integer({ min: BEGIN, max: END - 1 }), { maxLength: 20 })
  .map((moments): History => {
    const changes = moments
      .toSorted((a, b) => a - b)
      .map((at, index): HistoryChange => {
        const [from, to] = index % 2 === 0 ? ['up', 'down'] : ['down', 'up']
        return {
          id: index,
          at: iso(at),
          after: iso(at - 1000),
          what: 'tunnel:1',
          from: from!,
          to: to!,
        }
      })
    const lights = { 'tunnel:1': moments.length % 2 === 0 ? 'up' : 'down' }
    return {
      isWatched: true,
      from: iso(BEGIN),
      until: iso(END),
      lights,
      changes,
      operations: [],
    }
  })

test('a lane covers the whole time without a gap, ends as the light is, and changes at every change', () => {
  const covers = fc.property(day, (history) => {
    const [lane, ...others] = lanesOf(history)
    expect(others).toEqual([])
    const spans = lane!.spans
    expect(spans[0]!.from).toBe(BEGIN)
    expect(spans.at(-1)!.until).toBe(END)
    expect(spans.at(-1)!.state).toBe(history.lights['tunnel:1'])
    for (const [index, span] of spans.slice(1).entries()) {
      expect(span.from).toBe(spans[index]!.until)
      expect(span.state).not.toBe(spans[index]!.state)
    }
    expect(spans).toHaveLength(history.changes.length + 1)
    const total = history.changes.reduce((sum, change) => sum + lasted(change, history), 0)
    expect(total).toBe(history.changes[0] ? END - Date.parse(history.changes[0].at) : 0)
  })
  fc.assert(covers)
})

const change = (what: string): HistoryChange => ({
  id: 1,
  what,
  from: 'a',
  to: 'b',
  after: iso(BEGIN + 10_000),
  at: iso(BEGIN + 20_000),
})
const during = (startedAt: number, finishedAt?: number): History => ({
  isWatched: true,
  from: iso(BEGIN),
  until: iso(END),
  lights: {},
  changes: [],
  operations: [
    {
      operationId: 'ours',
      kind: 'edit-connection',
      state: 'done',
      startedAt: iso(BEGIN + startedAt),
      ...(finishedAt !== undefined && { finishedAt: iso(BEGIN + finishedAt) }),
    },
  ],
})

test.each([
  ['a setting while an operation of ours ran', 'setting:name', during(5000, 15_000), 'ours'],
  ['a light while it still runs', 'tunnel:1', during(5000), 'ours'],
  ['a setting after ours was over', 'setting:name', during(0, 5000), 'others'],
  ['a setting before ours began', 'setting:name', during(25_000), 'others'],
  ['a light by itself', 'tunnel:1', during(25_000), undefined],
])('says who made it: %s', (_, what, history, who) => {
  const found = madeBy(change(what), history)
  expect(typeof found === 'object' ? found.operationId : found).toBe(who)
})
