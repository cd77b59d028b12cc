import fc from 'fast-check'
import { expect, test } from 'vitest'

import { historyParams } from '@/lib/history/params'
import type { History, HistoryChange } from '@/lib/history/schema'
import { causeOf, lanesOf, lasted, madeBy } from '@/lib/history/timeline'

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
      writes: [],
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
const nothing: History = {
  isWatched: true,
  from: iso(BEGIN),
  until: iso(END),
  lights: {},
  changes: [],
  operations: [],
  writes: [],
}
const during = (startedAt: number, finishedAt?: number): History => ({
  ...nothing,
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
/** Writes of the console at these moments: a setting, its value, an operation, a person. */
const written = (...writes: [number, string, string, string?, string?][]): History => ({
  ...during(0, 15_000),
  writes: writes.map(([at, what, to, operationId, person]) => ({
    at: iso(BEGIN + at),
    what,
    to,
    ...(operationId && { operationId }),
    ...(person && { person }),
  })),
})

test.each([
  ['a light while an operation still runs', 'tunnel:1', during(5000), { operationId: 'ours' }],
  ['a light by itself', 'tunnel:1', during(25_000), undefined],
  [
    'a setting that nobody here wrote, though an operation ran',
    'setting:name',
    during(0),
    'others',
  ],
  [
    'a setting that an operation wrote, and for whom',
    'setting:name',
    written([12_000, 'name', 'b', 'ours', 'Mei']),
    { operationId: 'ours', person: 'Mei' },
  ],
  [
    'of two people within one look, whoever wrote the value that stands there',
    'setting:name',
    written([12_000, 'name', 'x', 'first', 'Mei'], [13_000, 'name', 'b', 'second', 'Jonas']),
    { operationId: 'second', person: 'Jonas' },
  ],
  [
    'another value than the one that was written here',
    'setting:name',
    written([12_000, 'name', 'x', 'ours']),
    'others',
  ],
  [
    'what was written before the reading before',
    'setting:name',
    written([5000, 'name', 'b']),
    'others',
  ],
  ['a name that was changed where it stands', 'setting:name', written([12_000, 'name', 'b']), {}],
  [
    'a RemoteId that follows the customer gateway',
    'setting:connection.tunnels.0.ike.remoteId',
    written([12_000, 'connection.tunnels.0.customerGatewayId', 'cgw-2', 'ours']),
    { operationId: 'ours' },
  ],
  [
    'a setting of BGP that went with BGP',
    'setting:connection.tunnels.1.bgp.tunnelCidr',
    written([12_000, 'connection.enableBgp', 'false', 'ours']),
    { operationId: 'ours' },
  ],
] satisfies [string, string, History, object | string | undefined][])(
  'says who made it: %s',
  (_, what, history, who) => {
    expect(madeBy(change(what), history)).toEqual(who)
  },
)

const down = (what: string, cause?: string, at = 20_000): HistoryChange => ({
  ...change(what),
  at: iso(BEGIN + at),
  from: 'up',
  to: 'down',
  ...(cause && { cause }),
})

test.each([
  ['a tunnel by the code of the cloud', [down('tunnel:1', 'PskMismatch')], 'psk'],
  ['a tunnel of which the cloud says nothing', [down('tunnel:1')], undefined],
  ['a code that nobody knows', [down('tunnel:1', 'SomethingNew')], 'unknown'],
  ['BGP of a tunnel that went down', [down('bgp:2'), down('tunnel:2')], 'tunnel'],
  ['BGP of a tunnel that is up', [down('bgp:2'), down('tunnel:1')], 'bgp'],
  ['BGP of a tunnel that went down later', [down('bgp:2'), down('tunnel:2', '', 30_000)], 'bgp'],
  ['a health check over a tunnel that is down', [down('health'), down('tunnel:1')], 'tunnel'],
  ['a health check alone', [down('health')], 'health'],
  ['what went up', [{ ...down('tunnel:1', 'PskMismatch'), from: 'down', to: 'up' }], undefined],
] satisfies [string, HistoryChange[], string | undefined][])(
  'says why a light went down: %s',
  (_, changes, cause) => {
    const lights = { 'tunnel:1': 'up', 'tunnel:2': 'up', health: 'up' }
    expect(causeOf(changes[0]!, { ...nothing, lights, changes })).toBe(cause)
  },
)

test.each([
  ['upside down', '2026-11-21T00:00:00Z', '2026-11-20T00:00:00Z', false],
  ['empty', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z', false],
  ['longer than anything is kept', '2026-01-01T00:00:00Z', '2026-11-20T00:00:00Z', false],
  ['no time at all', 'yesterday', '2026-11-20T00:00:00Z', false],
  ['a day', '2026-11-19T00:00:00Z', '2026-11-20T00:00:00Z', true],
])('a history is asked for by a time: %s', (_, from, until, isTaken) => {
  const at = { regionId: 'eu-west-1', vpnConnectionId: 'vco-1' }
  expect(historyParams.safeParse({ ...at, from, until }).success).toBe(isTaken)
})
