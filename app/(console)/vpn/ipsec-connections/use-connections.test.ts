import { expect, test } from 'vitest'

import {
  followedOf,
  isOvertaken,
  withFollowed,
} from '@/app/(console)/vpn/ipsec-connections/use-connections'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

const row = (id: number, state = 'active') =>
  ({ vpnConnectionId: `vco-${id}`, state }) as IpsecConnection
const rows = (length: number, changing: number) =>
  Array.from({ length }, (_, id) => row(id, id < changing ? 'updating' : 'active'))
const read = (at: number, data?: IpsecConnection) => ({
  data,
  dataUpdatedAt: data ? at : 0,
  errorUpdatedAt: data ? 0 : at,
})

test.each([
  { length: 50, changing: 1, followed: 0 },
  { length: 51, changing: 1, followed: 1 },
  { length: 5000, changing: 99, followed: 99 },
  { length: 5000, changing: 100, followed: 0 },
  { length: 5000, changing: 0, followed: 0 },
])('follows $followed of $length rows when $changing change', ({ length, changing, followed }) => {
  expect(followedOf(rows(length, changing))).toHaveLength(followed)
})

test('shows what a row said since the list was read, and nothing older', () => {
  const list = rows(60, 2)
  expect(withFollowed(list, 5, [read(4, row(0)), read(6, row(1))])?.slice(0, 3)).toEqual([
    row(0, 'updating'),
    row(1),
    row(2),
  ])
  expect(withFollowed(list, 5, [])).toBe(list)
  expect(withFollowed(undefined, 0, [])).toBeUndefined()
})

test('the list is read again once none of those rows changes any more, or they are gone', () => {
  expect(isOvertaken(5, [read(6, row(0)), read(6)])).toBe(true)
  expect(isOvertaken(5, [read(6, row(0)), read(6, row(1, 'updating'))])).toBe(false)
  expect(isOvertaken(5, [read(4, row(0))])).toBe(false)
  expect(isOvertaken(5, [])).toBe(false)
})
