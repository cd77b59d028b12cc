import { expect, test } from 'vitest'

import { fingerprintOf } from '@/lib/route-tables/fingerprint'
import { entry } from '@/lib/route-tables/test/entry'

const table = [entry('10.0.0.0/8', 'a'), entry('10.1.0.0/16', 'b')]

test('the order of the entries and those that are not active do not matter', () => {
  expect(fingerprintOf([...table.toReversed(), entry('10.2.0.0/16', 'c', 'Standby')])).toBe(
    fingerprintOf(table),
  )
})

test.each([
  ['a prefix goes', table.slice(1)],
  ['a prefix comes', [...table, entry('10.2.0.0/16', 'a')]],
  ['a next hop changes', [entry('10.0.0.0/8', 'b'), entry('10.1.0.0/16', 'b')]],
  ['next hops swap', [entry('10.0.0.0/8', 'b'), entry('10.1.0.0/16', 'a')]],
  ['a route becomes a black hole', [entry('10.0.0.0/8', 'blackhole'), table[1]!]],
])('it differs when %s', (_, other) => {
  expect(fingerprintOf(other)).not.toBe(fingerprintOf(table))
})
