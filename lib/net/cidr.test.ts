import fc from 'fast-check'
import isCidr from 'is-cidr'
import { expect, test } from 'vitest'

import { unpackMessage } from '@/lib/i18n/message'
import {
  blockOf,
  type Cidr,
  cidrContains,
  cidrCovers,
  cidrsOverlap,
  hostsOf30,
  isPrivateUse,
  otherHostOf30,
  parseCidr,
  printCidr,
} from '@/lib/net/cidr'
import { parseIpv4, printIpv4 } from '@/lib/net/ipv4'

const address = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const block = fc
  .tuple(address, fc.integer({ min: 0, max: 32 }))
  .map(([at, prefix]) => blockOf(at, prefix))

const value = (text: string): number => {
  const parsed = parseIpv4(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

test('what is printed parses to the same block', () => {
  fc.assert(
    fc.property(block, (cidr) => {
      expect(parseCidr(printCidr(cidr))).toEqual({ ok: true, value: cidr })
    }),
  )
})

test('accepts nothing that is-cidr refuses, and of what it accepts all without host bits', () => {
  const mask = fc.oneof(
    fc.integer({ min: 0, max: 34 }).map(String),
    fc.constantFrom('', '030', '3e1', '-1', ' 30', '+30', '24.0'),
  )
  const host = fc.oneof(
    fc.ipV4(),
    fc.ipV4Extended(),
    block.map(({ address: at }) => printIpv4(at)),
  )
  fc.assert(
    fc.property(fc.tuple(host, mask), ([text, length]) => {
      const candidate = `${text}/${length}`
      const parsed = parseCidr(candidate)
      const said = parsed.ok ? printCidr(parsed.value) : unpackMessage(parsed.message).key
      const stricter = ['cidr.hostBits', 'cidr.mask', 'cidr.character', 'ipv4.leadingZero']
      expect(isCidr.v4(candidate) ? [candidate, ...stricter] : [said]).toContain(said)
      expect(parsed.ok && !isCidr.v4(candidate)).toBe(false)
    }),
    { numRuns: 5000 },
  )
})

test('contains and overlaps agree with counting addresses in a small world', () => {
  const small = fc
    .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 24, max: 32 }))
    .map(([at, prefix]) => blockOf(value('10.0.0.0') + at, prefix))
  const members = ({ address: from, prefix }: Cidr) =>
    new Set(Array.from({ length: 2 ** (32 - prefix) }, (_, index) => from + index))
  fc.assert(
    fc.property(small, small, (a, b) => {
      const [inA, inB] = [members(a), members(b)]
      expect(cidrsOverlap(a, b)).toBe([...inA].some((at) => inB.has(at)))
      expect(cidrCovers(a, b)).toBe([...inB].every((at) => inA.has(at)))
      for (let at = value('10.0.0.0'); at < value('10.0.1.0'); at++)
        expect(cidrContains(a, at)).toBe(inA.has(at))
    }),
  )
})

test('a netmask and a wildcard mask are read as the length, after a slash and after a space', () => {
  const between = fc.constantFrom(' ', '/', '\t', '  ', '\u00a0')
  fc.assert(
    fc.property(
      fc.tuple(address, fc.integer({ min: 1, max: 31 })),
      between,
      ([at, prefix], gap) => {
        const cidr = blockOf(at, prefix)
        const wildcard = 2 ** (32 - prefix) - 1
        for (const mask of [2 ** 32 - 1 - wildcard, wildcard])
          expect(parseCidr(`${printIpv4(cidr.address)}${gap}${printIpv4(mask)}`)).toEqual({
            ok: true,
            value: cidr,
          })
      },
    ),
  )
})

test.each([
  ['10.92.129.0 255.255.255.0', '10.92.129.0/24'],
  ['10.92.129.7 255.255.255.255', '10.92.129.7/32'],
  ['10.92.129.7 0.0.0.0', '10.92.129.7/32'],
  ['0.0.0.0 0.0.0.0', '0.0.0.0/0'],
  ['0.0.0.0/0.0.0.0', '0.0.0.0/0'],
])('reads %s as %s', (text, block) => {
  const parsed = parseCidr(text)
  expect(parsed.ok && printCidr(parsed.value)).toBe(block)
})

test.each([
  ['', 'cidr.empty', {}],
  ['10.92.129.0 255.0.255.0', 'cidr.netmask', { mask: '255.0.255.0' }],
  ['10.92.129.0 255.255.255.256', 'cidr.netmask', { mask: '255.255.255.256' }],
  [
    '10.92.129.5 255.255.255.0',
    'cidr.hostBits',
    { text: '10.92.129.5 255.255.255.0', block: '10.92.129.0/24' },
  ],
  ['10.1.2.3/16', 'cidr.hostBits', { text: '10.1.2.3/16', block: '10.1.0.0/16' }],
  ['169.254.11.1/30', 'cidr.hostBits', { text: '169.254.11.1/30', block: '169.254.11.0/30' }],
  ['10.0.0.0/33', 'cidr.mask', { mask: '33' }],
  ['10.0.0.0/08', 'cidr.mask', { mask: '08' }],
  ['10.0.0.0/-1', 'cidr.mask', { mask: '-1' }],
  ['10.0.0.0/', 'cidr.mask', { mask: '' }],
  ['10.0.0.0/3e1', 'cidr.character', { character: 'e', position: 11 }],
  ['10.0.0.0/ 8', 'cidr.character', { character: 'U+0020', position: 10 }],
  ['10.0.0.0', 'cidr.noMask', { text: '10.0.0.0' }],
  ['10.0/8', 'ipv4.format', { text: '10.0' }],
  ['10.0.0.0/8/8', 'cidr.format', { text: '10.0.0.0/8/8' }],
  ['010.0.0.0/8', 'ipv4.leadingZero', { octet: '010', fixed: 10 }],
  ['2001:db8::/32', 'cidr.v6', {}],
])('says of %j what is wrong: %s', (text, key, values) => {
  const parsed = parseCidr(text)
  expect(parsed.ok ? undefined : unpackMessage(parsed.message)).toEqual({ key, values })
})

test('a /30 has two hosts, each the other one of the other', () => {
  const hosts = hostsOf30(blockOf(value('169.254.11.0'), 30))
  expect(hosts.map(printIpv4)).toEqual(['169.254.11.1', '169.254.11.2'])
  expect(printIpv4(otherHostOf30(hosts[0]))).toBe('169.254.11.2')
  expect(printIpv4(otherHostOf30(hosts[1]))).toBe('169.254.11.1')
})

test.each([
  ['10.255.255.255', true],
  ['172.16.0.0', true],
  ['172.32.0.0', false],
  ['192.168.1.1', true],
  ['203.0.113.10', false],
])('%s is of private use: %s', (text, isPrivate) => {
  expect(isPrivateUse(value(text))).toBe(isPrivate)
})
