import fc from 'fast-check'
import { expect, test } from 'vitest'

import { unpackMessage } from '@/lib/i18n/message'
import { classifyAsn, MAX_ASN, parseAsn, printAsdot, printAsplain } from '@/lib/net/asn'

test('both printings parse to the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MAX_ASN }), (asn) => {
      expect(parseAsn(printAsplain(asn))).toEqual({ ok: true, value: asn })
      expect(parseAsn(printAsdot(asn))).toEqual({ ok: true, value: asn })
    }),
  )
})

test('whatever is accepted is one of the two printings of its number', () => {
  const part = fc.oneof(
    fc.integer({ min: 0, max: 70_000 }).map(String),
    fc.integer({ min: 0, max: 2 * MAX_ASN }).map(String),
    fc.constantFrom('', '01', '1e3', '+1', ' 1', '-0', '１'),
  )
  const candidate = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'))
  fc.assert(
    fc.property(candidate, (text) => {
      const parsed = parseAsn(text)
      const printings = parsed.ok ? [printAsplain(parsed.value), printAsdot(parsed.value)] : [text]
      expect(printings).toContain(text)
    }),
    { numRuns: 5000 },
  )
})

test.each([
  ['1', 1],
  ['65535', 65_535],
  ['65536', 65_536],
  ['4294967295', MAX_ASN],
  ['123.456', 8_061_384],
  ['1.0', 65_536],
  ['0.1', 1],
  ['65535.65535', MAX_ASN],
])('reads %s as %d', (text, asn) => {
  expect(parseAsn(text)).toEqual({ ok: true, value: asn })
})

test.each([
  ['', 'asn.empty'],
  ['0', 'asn.range'],
  ['0.0', 'asn.range'],
  ['4294967296', 'asn.range'],
  ['65536.1', 'asn.half'],
  ['1.65536', 'asn.half'],
  ['01.1', 'asn.leadingZero'],
  ['1.01', 'asn.leadingZero'],
  ['1.', 'asn.format'],
  ['.1', 'asn.format'],
  ['1.2.3', 'asn.format'],
  ['1e3', 'asn.character'],
  ['+1', 'asn.character'],
  ['-1', 'asn.character'],
  [' 1', 'asn.character'],
  ['６５０１０', 'asn.character'],
  ['1e309', 'asn.character'],
])('refuses %j with %s', (text, key) => {
  const parsed = parseAsn(text)
  expect(parsed.ok ? undefined : unpackMessage(parsed.message).key).toBe(key)
})

test.each([
  [64_512, 'private'],
  [65_534, 'private'],
  [4_200_000_000, 'private'],
  [4_294_967_294, 'private'],
  [23_456, 'reserved'],
  [64_496, 'reserved'],
  [65_535, 'reserved'],
  [65_551, 'reserved'],
  [MAX_ASN, 'reserved'],
  [45_104, 'public'],
  [64_495, 'public'],
  [131_072, 'public'],
] as const)('%d is %s', (asn, kind) => {
  expect(classifyAsn(asn)).toBe(kind)
})
