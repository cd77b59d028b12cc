import fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseLocalBgpIp, parseTunnelCidr } from '@/lib/connection-form/read'
import { parseAsn } from '@/lib/net/asn'
import { parseCidr } from '@/lib/net/cidr'
import { parseCidrList } from '@/lib/net/cidr-list'
import { parseIpv4, printIpv4 } from '@/lib/net/ipv4'
import { correctionOf } from '@/lib/text/correction'
import type { Parsed } from '@/lib/text/parsed'
import { parseWholeNumber } from '@/lib/text/whole-number'

const corrected = (parse: (text: string) => Parsed<unknown>, text: string) => {
  const parsed = parse(text)
  return parsed.ok ? undefined : correctionOf(parsed.message, text)
}

const bgpIp = (text: string) => parseLocalBgpIp(parseTunnelCidr('169.254.30.0/30'), text)
const lifetime = parseWholeNumber(0, 86_400)

test.each([
  [parseCidr, '10.1.2.3/16', '10.1.0.0/16'],
  [parseCidr, '10.1.2.3 255.255.0.0', '10.1.0.0/16'],
  [parseCidr, '10.1.2.3', '10.1.2.3/32'],
  [parseCidrList, '10.1.0.0/16, 10.2.2.3/16, 10.3.0.0/16', '10.1.0.0/16, 10.2.0.0/16, 10.3.0.0/16'],
  [parseCidrList, '110.1.2.3/32 10.1.2.3/16', '110.1.2.3/32 10.1.0.0/16'],
  [parseCidrList, '10.1.2.3\n255.255.0.0', '10.1.0.0/16'],
  [parseIpv4, '010.0.0.01', '10.0.0.1'],
  [parseIpv4, '203.0.113.20/32', '203.0.113.20'],
  [parseAsn, '065010', '65010'],
  [lifetime, '086400', '86400'],
  [parseTunnelCidr, '169.254.30.0/29', '169.254.30.0/30'],
  [bgpIp, '169.254.31.1', '169.254.30.1'],
])('what %o refuses of %j is right as %j', (parse, text, right) => {
  expect(corrected(parse, text)).toBe(right)
  expect(parse(right).ok).toBe(true)
})

test('one press ends every refusal of host bits', () => {
  const address = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map(printIpv4)
  const block = fc.tuple(address, fc.integer({ min: 1, max: 31 })).map((parts) => parts.join('/'))
  fc.assert(
    fc.property(block, (text) => {
      const right = corrected(parseCidr, text) ?? text
      expect(parseCidr(right).ok).toBe(true)
    }),
  )
})

test('a refusal that names no right value corrects nothing', () => {
  for (const text of ['', 'x', '10.0.0.256/8', '10.0.0.0/33'])
    expect(corrected(parseCidr, text)).toBeUndefined()
})
