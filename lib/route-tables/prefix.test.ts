import { isIPv6 } from 'node:net'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { blocksOf, readPrefix } from '@/lib/route-tables/prefix'

const written = (text: string) => [...blocksOf(readPrefix(text))]

test('an IPv6 block is read in any spelling and written in the shortest', () => {
  fc.assert(
    fc.property(
      fc.ipV6().filter((text) => !text.includes('.')),
      fc.nat(128),
      (address, mask) => {
        const [first = '', ...rest] = written(`${address}/${mask}`)
        const host = first.split('/')[0] ?? ''
        expect(rest).toEqual([])
        expect(isIPv6(host)).toBe(true)
        expect(written(first)).toEqual([first])
        expect(readPrefix(first)).toEqual(readPrefix(`${address}/${mask}`))
      },
    ),
  )
})

test.each([
  ['2001:DB8:0:0:1:0:0:1/128', '2001:db8::1:0:0:1/128'],
  ['::/0', '::/0'],
  ['2001:db8::/32', '2001:db8::/32'],
  ['fe80:0:0:0:0:0:0:1/128', 'fe80::1/128'],
])('%s is written %s', (text, short) => {
  expect(written(text)).toEqual([short])
})

test.each([
  '',
  '10.0.0.0',
  '10.0.0.1/8',
  '10.0.0.0/33',
  '1::2::3/64',
  '1:2:3/64',
  '::/129',
  'g::/8',
])('refuses %j, naming it', (text) => {
  expect(() => readPrefix(text)).toThrow(JSON.stringify(text))
})

test('a range that is no block is written as the fewest blocks that fill it', () => {
  const { from } = readPrefix('10.0.0.0/8')
  expect([...blocksOf({ from: from + 1n, to: from + 8n })]).toEqual([
    '10.0.0.1/32',
    '10.0.0.2/31',
    '10.0.0.4/30',
  ])
})
