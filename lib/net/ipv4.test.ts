import { isIPv4 } from 'node:net'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { unpackMessage } from '@/lib/i18n/message'
import { parseIpv4, printIpv4 } from '@/lib/net/ipv4'

const refusal = (text: string) => {
  const parsed = parseIpv4(text)
  return parsed.ok ? undefined : unpackMessage(parsed.message)
}

test('what is printed parses to the same address', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (address) => {
      expect(parseIpv4(printIpv4(address))).toEqual({ ok: true, value: address })
    }),
  )
})

test('accepts exactly what node:net accepts, and prints it back unchanged', () => {
  const octet = fc.oneof(
    fc.integer({ min: 0, max: 300 }).map(String),
    fc.constantFrom('', '00', '010', '0x0a', '1e1', '-1', '+1', ' 1', '１', '٣'),
  )
  const candidate = fc.oneof(
    fc.array(octet, { minLength: 1, maxLength: 5 }).map((octets) => octets.join('.')),
    fc.ipV4(),
    fc.ipV4Extended(),
    fc.ipV6(),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(candidate, (text) => {
      const parsed = parseIpv4(text)
      expect(parsed.ok && printIpv4(parsed.value)).toBe(isIPv4(text) && text)
    }),
    { numRuns: 5000 },
  )
})

test.each([
  ['', 'ipv4.empty', {}],
  [' ', 'ipv4.character', { character: 'U+0020', position: 1 }],
  ['10.0.0.1 ', 'ipv4.character', { character: 'U+0020', position: 9 }],
  ['10.0.0.１', 'ipv4.character', { character: '１ U+FF11', position: 8 }],
  ['10.0.0.\u200b1', 'ipv4.character', { character: 'U+200B', position: 8 }],
  ['\u202e10.0.0.1', 'ipv4.character', { character: 'U+202E', position: 1 }],
  ['<script>', 'ipv4.character', { character: '<', position: 1 }],
  ['1e3', 'ipv4.character', { character: 'e', position: 2 }],
  ['-1.0.0.1', 'ipv4.character', { character: '-', position: 1 }],
  ['2001:db8::1', 'ipv4.v6', {}],
  ['::ffff:10.0.0.1', 'ipv4.v6', {}],
  ['10.0.0.1/24', 'ipv4.mask', { address: '10.0.0.1' }],
  ['10.0.1', 'ipv4.format', { text: '10.0.1' }],
  ['167772161', 'ipv4.format', { text: '167772161' }],
  ['10.0.0.1.', 'ipv4.format', { text: '10.0.0.1.' }],
  ['010.0.0.1', 'ipv4.leadingZero', { octet: '010', fixed: 10 }],
  ['10.0.0.256', 'ipv4.octet', { octet: '256' }],
])('says of %j what is wrong: %s', (text, key, values) => {
  expect(refusal(text)).toEqual({ key, values })
})
