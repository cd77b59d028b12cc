import fc from 'fast-check'
import { expect, test } from 'vitest'

import { rebased } from '@/lib/connection-edit/rebase'
import { validConnection } from '@/lib/connection-edit/test/valid-connection'

const values = validConnection(['cgw-1', 'cgw-2'])

test('what was not touched gets their values, what was typed stays', () => {
  const both = fc.property(values, values, fc.string(), (was, now, typed) => {
    expect(rebased(was, { was, now })).toEqual(now)
    expect(rebased(now, { was, now: was })).toEqual(now)
    const mine = structuredClone(was)
    mine.connection.tunnels[1].psk = `mine ${typed}`
    const merged = rebased(mine, { was, now })
    expect(merged.connection.tunnels[1].psk).toBe(`mine ${typed}`)
    expect(merged.connection.tunnels[0]).toEqual(now.connection.tunnels[0])
    expect(Array.isArray(merged.connection.tunnels)).toBe(true)
  })
  fc.assert(both)
})
