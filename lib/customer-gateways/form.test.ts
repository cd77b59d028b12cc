import { expect, test } from 'vitest'

import {
  customerGatewayFormBeside,
  customerGatewayFormDefaults,
  customerGatewayFormSchema,
  remarkOnAddress,
} from '@/lib/customer-gateways/form'
import { carried, unpackMessage } from '@/lib/i18n/message'

const issueAt = (field: string, text: string) =>
  customerGatewayFormSchema
    .safeParse({
      ...customerGatewayFormDefaults('eu-central-1'),
      ipAddress: '203.0.113.20',
      [field]: text,
    })
    .error?.issues.map(({ path, message }) => [path.join('.'), unpackMessage(carried(message)).key])

test('needs the address only', () => {
  const values = { ...customerGatewayFormDefaults('eu-central-1'), ipAddress: '203.0.113.20' }
  expect(customerGatewayFormSchema.parse(values)).toEqual({
    regionId: 'eu-central-1',
    name: '',
    ipAddress: '203.0.113.20',
    description: '',
    tags: [],
  })
  expect(customerGatewayFormSchema.parse({ ...values, asn: '0.65010' })).toHaveProperty(
    'asn',
    65_010,
  )
})

test.each([
  ['ipAddress', '', 'ipv4.empty'],
  ['ipAddress', '100.64.0.1', 'customerGateway.block'],
  ['ipAddress', '127.0.0.1', 'customerGateway.block'],
  ['ipAddress', '169.254.11.1', 'customerGateway.block'],
  ['ipAddress', '224.0.0.5', 'customerGateway.block'],
  ['ipAddress', '255.255.255.255', 'customerGateway.block'],
  ['ipAddress', '0.0.0.0', 'customerGateway.block'],
  ['ipAddress', '203.0.113.20/32', 'ipv4.mask'],
  ['asn', '45104', 'customerGateway.alibabaAsn'],
  ['asn', '65536.1', 'asn.half'],
  ['name', 'a'.repeat(101), 'name.length'],
  ['description', 'http://x', 'name.url'],
  ['regionId', '', 'choose.region'],
])('%s refuses %j with %s', (field, text, key) => {
  expect(issueAt(field, text)).toEqual([[field, key]])
})

test('beside a gateway of the region, the same address with the same ASN is refused and with another one remarked on', () => {
  const munich = { customerGatewayId: 'cgw-1', name: 'munich', ipAddress: '203.0.113.20' }
  const beside = customerGatewayFormBeside([munich, { ...munich, asn: 65_010 }])
  const issues = (ipAddress: string, asn: string) =>
    beside
      .safeParse({ ...customerGatewayFormDefaults('eu-central-1'), ipAddress, asn })
      .error?.issues.map(({ path, message }) => [path.join('.'), unpackMessage(carried(message))])
  const refused = [['ipAddress', { key: 'customerGateway.same', values: { gateway: 'munich' } }]]
  expect(issues('203.0.113.20', '')).toEqual(refused)
  expect(issues(' 203.0.113.20', '0.65010')).toEqual(refused)
  expect(issues('203.0.113.20', '65011')).toBeUndefined()
  expect(issues('203.0.113.21', '65010')).toBeUndefined()
  expect(unpackMessage(remarkOnAddress([munich], '203.0.113.20')!).key).toBe(
    'customerGateway.sameAddress',
  )
  expect(remarkOnAddress([munich], '203.0.113.2')).toBeUndefined()
})
