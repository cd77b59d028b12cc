import fc from 'fast-check'
import { expect, test } from 'vitest'

import { networkOf } from '@/lib/net/network'

test('an IPv6 network is one client, however its addresses are written', () => {
  const same = [
    '2001:db8:1:2::1',
    '2001:db8:1:2:ffff:ffff:ffff:ffff',
    '2001:db8:1:2::',
    '2001:db8:1:2::5%eth0',
    '2001:0DB8:0001:0002::1',
    '2001:db8:1:2:0:0:192.0.2.1',
  ]
  expect(new Set(same.map(networkOf))).toEqual(new Set(['2001:db8:1:2']))
  expect(networkOf('::1')).toBe('0:0:0:0')
  expect(networkOf('2001:db8::1:2:3')).toBe('2001:db8:0:0')
  expect(networkOf('192.0.2.1')).toBe('192.0.2.1')
})

test('an IPv4 address within an IPv6 one is the IPv4 client', () => {
  for (const written of ['::ffff:192.0.2.1', '::FFFF:c000:201', '0:0:0:0:0:ffff:c000:0201'])
    expect(networkOf(written)).toBe('192.0.2.1')
})

test('two addresses are one client exactly when their first 64 bits are the same', () => {
  const group = fc.integer({ min: 0, max: 0xffff })
  const groups = fc.array(fc.oneof(fc.constant(0), group), { minLength: 8, maxLength: 8 })
  const print = (each: number[]) => each.map((one) => one.toString(16)).join(':')
  fc.assert(
    fc.property(groups, groups, (one, other) => {
      fc.pre(one.slice(0, 5).some(Boolean) && other.slice(0, 5).some(Boolean))
      const first = print(one.slice(0, 4))
      expect(networkOf(print(one))).toBe(first)
      expect(networkOf(print([...one.slice(0, 4), ...other.slice(4)]))).toBe(first)
      expect(networkOf(print(one)) === networkOf(print(other))).toBe(
        first === print(other.slice(0, 4)),
      )
    }),
  )
})

test('what is no address is itself', () => {
  for (const text of ['', 'nonsense', '1.2.3', ':::']) expect(networkOf(text)).toBe(text)
})
