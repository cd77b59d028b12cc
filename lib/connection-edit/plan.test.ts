import { expect, test } from 'vitest'

import { callsFor, fateOf, needsName } from '@/lib/connection-edit/plan'
import type { SettingChange } from '@/lib/connection-edit/settings'

const set = (path: string, to = 'x'): SettingChange => ({
  path: `connection.${path}`,
  from: '',
  to,
})
const group = (tunnel: number) => set(`tunnels.${tunnel}.ike.ikePfs`)

test.each<[string, SettingChange[], number[], boolean[], object]>([
  ['a name', [{ path: 'name', from: 'a', to: 'b' }], [], [true], { stops: false }],
  ['DPD', [set('tunnels.0.enableDpd')], [], [true], { stops: false }],
  ['a group of the only tunnel', [group(0)], [], [true], { stops: true, canGoOneAtATime: false }],
  ['a key of the only tunnel', [], [0], [true], { stops: true }],
  ['the same of a tunnel that is down', [group(0)], [], [false], { stops: false }],
  ['a group of one tunnel of two', [group(0)], [], [true, true], { stops: false }],
  [
    'of the one that carries alone',
    [group(0)],
    [],
    [true, false],
    { stops: true, canGoOneAtATime: false },
  ],
  ['of both', [group(0), group(1)], [], [true, true], { stops: true, canGoOneAtATime: true }],
  ['keys of both', [], [0, 1], [true, true], { stops: true, canGoOneAtATime: true }],
  [
    'the blocks of both sides',
    [set('remoteSubnet')],
    [],
    [true, true],
    { stops: true, canGoOneAtATime: false },
  ],
  [
    'BGP switched on',
    [set('enableBgp', 'true')],
    [],
    [true, true],
    { stops: true, canGoOneAtATime: false },
  ],
  ['Apply Immediately on', [set('effectImmediately', 'true')], [], [true], { stops: true }],
  ['Apply Immediately off', [set('effectImmediately', 'false')], [], [true], { stops: false }],
])('says what happens to the traffic: %s', (_, changes, keys, up, fate) => {
  expect(fateOf(changes, keys, up)).toMatchObject(fate)
})

const names = (changes: SettingChange[], oneAtATime: boolean, keys: number[] = []) =>
  callsFor(changes, keys, { isDual: true, oneAtATime }).map(({ name }) => name)

test('one tunnel alone is changed by its own call, both and what they share by one call', () => {
  expect(names([group(1)], false)).toEqual(['modify-tunnel:2'])
  expect(names([], false, [0])).toEqual(['modify-tunnel:1'])
  expect(names([group(0), group(1)], false)).toEqual(['modify-connection'])
  expect(names([group(1), set('localSubnet')], false)).toEqual(['modify-connection'])
  expect(names([], false)).toEqual([])
})

test('one at a time begins with what both share, then tunnel 2, then tunnel 1; BGP is switched on with both', () => {
  const name = { path: 'name', from: '', to: 'hq' }
  expect(names([group(0), name], true, [1])).toEqual([
    'modify-connection',
    'modify-tunnel:2',
    'modify-tunnel:1',
  ])
  const bgp = [
    set('enableBgp', 'true'),
    set('tunnels.0.bgp.localAsn'),
    set('tunnels.1.bgp.localAsn'),
  ]
  const [first, ...rest] = callsFor([...bgp, group(1)], [], { isDual: true, oneAtATime: true })
  expect(first?.changes).toEqual(bgp)
  expect(rest.map(({ name: each }) => each)).toEqual(['modify-tunnel:2'])
})

test('the name is typed where traffic stops or addresses lose their way', () => {
  const stops = fateOf([group(0), group(1)], [], [true, true])
  expect(needsName({ fate: stops }, false)).toBe(true)
  expect(needsName({ fate: stops }, true)).toBe(false)
  const goes = fateOf([], [], [true])
  expect(needsName({ fate: goes, tables: [{ changes: [{ outcome: 'gained' }] }] }, false)).toBe(
    false,
  )
  expect(needsName({ fate: goes, tables: [{ changes: [{ outcome: 'lost' }] }] }, false)).toBe(true)
})
