import { expect, test } from 'vitest'

import { homeOf, pathOf } from '@/lib/route-tables/path'
import { entry, SELF } from '@/lib/route-tables/test/entry'

const tables = {
  tableOf: new Map([
    [SELF, 'blue'],
    ['vpc', 'red'],
    ['lonely', ''],
  ]),
  entriesOf: new Map([
    ['blue', [entry('10.0.0.0/8', 'peer'), entry('10.1.0.0/16', 'vpc')]],
    ['red', [entry('192.168.0.0/16', SELF, 'Active', 'VPN'), entry('0.0.0.0/0', 'other')]],
  ]),
}

test('an address follows the longest prefix, and its answer the table of the far side', () => {
  expect(homeOf(SELF, tables)).toEqual(['192.168.0.0/16'])
  const path = pathOf(SELF, '10.1.2.3', homeOf(SELF, tables), tables)
  expect(path).toMatchObject({ tableId: 'blue', part: { by: '10.1.0.0/16' } })
  expect(path?.back.map(({ state }) => state)).toEqual(['back'])
})

test('an attachment without a table leads nowhere, and one that was not read is not guessed about', () => {
  expect(pathOf('lonely', '10.1.2.3', [], tables)).toMatchObject({
    tableId: '',
    part: { reach: 'none' },
  })
  expect(pathOf('elsewhere', '10.1.2.3', [], tables)).toBeUndefined()
})
