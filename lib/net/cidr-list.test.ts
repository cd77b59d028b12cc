import { expect, test } from 'vitest'

import { unpackMessage } from '@/lib/i18n/message'
import { printCidr } from '@/lib/net/cidr'
import { parseCidrList, readBlocks, readDifferently } from '@/lib/net/cidr-list'

const printed = (text: string) => {
  const list = parseCidrList(text)
  return list.ok ? list.value.map(printCidr) : unpackMessage(list.message).key
}

const TWO = ['10.1.0.0/16', '10.2.0.0/16']

test.each([
  '10.1.0.0/16,10.2.0.0/16',
  '10.1.0.0/16; 10.2.0.0/16;',
  '10.1.0.0/16|10.2.0.0/16',
  '10.1.0.0/16、10.2.0.0/16',
  '10.1.0.0/16；10.2.0.0/16',
  '["10.1.0.0/16", "10.2.0.0/16"]',
  "('10.1.0.0/16', '10.2.0.0/16')",
  '{ 10.1.0.0/16 10.2.0.0/16 }',
  '“10.1.0.0/16” “10.2.0.0/16”',
  '- 10.1.0.0/16\n- 10.2.0.0/16\n',
  '1. 10.1.0.0/16\n2. 10.2.0.0/16',
  '10.1.0.0 255.255.0.0\n10.2.0.0 255.255.0.0',
  '10.1.0.0 0.0.255.255, 10.2.0.0/255.255.0.0',
  '10.1.0.0/16\u00a0\u200b10.2.0.0/16',
  '10.1.0.0/16,10.2.0.0/16,10.1.0.0/16',
])('reads the list %j', (text) => {
  expect(printed(text)).toEqual(TWO)
  expect(readBlocks(text).map(printCidr)).toEqual(TWO)
})

test.each([
  ['10.92.129.0', 'cidr.noMask'],
  ['10.92.129.0 10.92.130.0', 'cidr.noMask'],
  ['10.92.129.0/24 255.255.255.0', 'cidr.noMask'],
  ['10.1.0.0/16 and 10.2.0.0/16', 'cidr.character'],
  [' , ', 'list.empty'],
])('of the list %j it says %s', (text, key) => {
  expect(printed(text)).toBe(key)
})

test.each([
  ['10.92.129.0 255.255.255.0', '10.92.129.0/24'],
  ['10.1.0.0/16, 10.1.0.0/16', '10.1.0.0/16'],
  ['["10.1.0.0/16"]', '10.1.0.0/16'],
  ['10.1.0.0/16,10.2.0.0/16', undefined],
  ['10.1.0.0/16\n10.2.0.0/16', undefined],
  ['10.1.0.0/33', undefined],
])('of %j it says what it read only where that is written otherwise', (text, said) => {
  expect(readDifferently(text)).toBe(said)
})
