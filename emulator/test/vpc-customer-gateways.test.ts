import {
  CreateCustomerGatewayRequest,
  DeleteCustomerGatewayRequest,
  DescribeCustomerGatewayRequest,
  DescribeCustomerGatewaysRequest,
  ModifyCustomerGatewayAttributeRequest,
} from '@alicloud/vpc20160428'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { refusal, type Running, start } from './start'
import { connection, type Fields, gateway, regionId } from './vpc-fixtures'

let emulator: Running
beforeEach(async () => {
  emulator = await start()
})
afterEach(() => emulator.close())

const create = (fields: Fields<CreateCustomerGatewayRequest>) =>
  emulator.main.vpc.createCustomerGateway(
    new CreateCustomerGatewayRequest({ regionId, ipAddress: '203.0.113.9', ...fields }),
  )

test('a customer gateway is created, shown, listed, changed and deleted', async () => {
  const { vpc } = emulator.main
  const { body } = await create({
    name: 'hq',
    description: 'first floor',
    asn: '123.456',
    authKey: 'bgp-key',
    tags: [{ key: 'site', value: 'berlin' }],
  })
  const { customerGatewayId = '' } = body ?? {}
  expect(body).toMatchObject({ name: 'hq', description: 'first floor', ipAddress: '203.0.113.9' })
  expect(customerGatewayId).toMatch(/^cgw-gw8[0-9a-z]{15}$/)

  const one = await vpc.describeCustomerGateway(
    new DescribeCustomerGatewayRequest({ regionId, customerGatewayId }),
  )
  expect(one.body).toMatchObject({
    asn: 8_061_384,
    authKey: 'bgp-key',
    createTime: emulator.emulator.clock.now(),
    resourceGroupId: 'rg-acfm000000000000',
    tags: { tag: [{ key: 'site', value: 'berlin' }] },
  })

  await create({ ipAddress: '203.0.113.10' })
  const list = (fields: Fields<DescribeCustomerGatewaysRequest>) =>
    vpc.describeCustomerGateways(new DescribeCustomerGatewaysRequest({ regionId, ...fields }))
  const all = await list({ pageSize: 1, pageNumber: 2 })
  expect(all.body).toMatchObject({ totalCount: 2, pageNumber: 2, pageSize: 1 })
  expect(all.body?.customerGateways?.customerGateway?.[0]?.asn).toBeUndefined()
  expect((await list({ tag: [{ key: 'site' }] })).body?.totalCount).toBe(1)
  expect((await list({ tag: [{ key: 'site', value: 'rome' }] })).body?.totalCount).toBe(0)
  expect((await list({ customerGatewayId })).body?.totalCount).toBe(1)
  expect((await list({ resourceGroupId: 'rg-other' })).body?.totalCount).toBe(0)

  const changed = await vpc.modifyCustomerGatewayAttribute(
    new ModifyCustomerGatewayAttributeRequest({ regionId, customerGatewayId, name: 'hq-2' }),
  )
  expect(changed.body).toMatchObject({ name: 'hq-2', description: 'first floor' })

  const which = new DeleteCustomerGatewayRequest({ regionId, customerGatewayId })
  await vpc.deleteCustomerGateway(which)
  expect(await refusal(vpc.deleteCustomerGateway(which))).toMatchObject({
    code: 'InvalidCustomerGatewayInstanceId.NotFound',
    statusCode: 404,
  })
})

test.each<[string, Fields<CreateCustomerGatewayRequest>, string]>([
  ['a malformed address', { ipAddress: '203.0.113' }, 'InvalidIpAddress.WrongFormat'],
  ['leading zeros', { ipAddress: '203.0.113.09' }, 'InvalidIpAddress.WrongFormat'],
  ['a shared address', { ipAddress: '100.64.0.1' }, 'InvalidIpAddress.WrongFormat'],
  ['a loopback address', { ipAddress: '127.0.0.1' }, 'InvalidIpAddress.WrongFormat'],
  ['a link-local address', { ipAddress: '169.254.1.1' }, 'InvalidIpAddress.WrongFormat'],
  ['a multicast address', { ipAddress: '224.0.0.5' }, 'InvalidIpAddress.WrongFormat'],
  ['a broadcast address', { ipAddress: '255.255.255.255' }, 'InvalidIpAddress.WrongFormat'],
  ['an empty name', { name: '' }, 'InvalidName'],
  ['a name of 101 characters', { name: 'x'.repeat(101) }, 'InvalidName'],
  ['a name that is a link', { name: 'HTTP://hq' }, 'InvalidName'],
  ['a description that is a link', { description: 'https://hq' }, 'InvalidDescription'],
  ["the cloud's own ASN", { asn: '45104' }, 'InvalidParameter'],
  ["the cloud's own ASN in two parts", { asn: '0.45104' }, 'InvalidParameter'],
  ['ASN 0', { asn: '0' }, 'InvalidParameter'],
  ['an ASN beyond 32 bits', { asn: '4294967296' }, 'InvalidParameter'],
  ['an ASN part beyond 16 bits', { asn: '1.65536' }, 'InvalidParameter'],
  ['a key with a space', { authKey: 'a b' }, 'InvalidParameter'],
  ['a key with a question mark', { authKey: 'a?b' }, 'InvalidParameter'],
  ['a tag key that is reserved', { tags: [{ key: 'acs:x' }] }, 'InvalidParameter.TagKey'],
  [
    'a tag value with a link',
    { tags: [{ key: 'k', value: 'see http://x' }] },
    'InvalidParameter.TagValue',
  ],
  ['a tag key twice', { tags: [{ key: 'k' }, { key: 'k' }] }, 'Duplicated.TagKey'],
  [
    '21 tags',
    { tags: Array.from({ length: 21 }, (_, n) => ({ key: `k${n}` })) },
    'NumberExceed.Tags',
  ],
  ['an unknown region', { regionId: 'eu-central-9' }, 'InvalidRegionId.NotFound'],
])('refuses a customer gateway with %s', async (_, fields, code) => {
  expect((await refusal(create(fields))).code).toBe(code)
})

test('an address is taken once in a region, and the quota holds', async () => {
  await create({})
  expect((await refusal(create({}))).code).toBe('InvalidIpAddress.AlreadyExist')
  await create({ regionId: 'cn-hangzhou' })
  emulator.emulator.state.settings.put({ id: 'quota/customerGatewaysPerRegion', value: 1 })
  expect((await refusal(create({ ipAddress: '203.0.113.10' }))).code).toBe('Resource.QuotaFull')
})

test('a repeated token gives the first gateway, another request under it is refused', async () => {
  const first = await create({ clientToken: 't-1' })
  const again = await create({ clientToken: 't-1' })
  expect(again.body?.customerGatewayId).toBe(first.body?.customerGatewayId)
  const other = create({ clientToken: 't-1', ipAddress: '203.0.113.10' })
  expect((await refusal(other)).code).toBe('IdempotentParameterMismatch')
})

test('another account may neither see, change nor delete a gateway', async () => {
  const customerGatewayId = await gateway(emulator, '203.0.113.9')
  const { vpc } = emulator.partner
  const which = { regionId, customerGatewayId }
  const calls = [
    vpc.describeCustomerGateway(new DescribeCustomerGatewayRequest(which)),
    vpc.modifyCustomerGatewayAttribute(new ModifyCustomerGatewayAttributeRequest(which)),
    vpc.deleteCustomerGateway(new DeleteCustomerGatewayRequest(which)),
  ]
  for (const call of calls)
    expect(await refusal(call)).toMatchObject({ code: 'Forbidden', statusCode: 403 })
  const list = await vpc.describeCustomerGateways(new DescribeCustomerGatewaysRequest(which))
  expect(list.body?.totalCount).toBe(0)
})

test('a gateway in use is not deleted, and one being configured neither', async () => {
  const { vpc } = emulator.main
  const customerGatewayId = await gateway(emulator, '203.0.113.9')
  await connection(emulator, { customerGatewayId })
  const which = new DeleteCustomerGatewayRequest({ regionId, customerGatewayId })
  expect((await refusal(vpc.deleteCustomerGateway(which))).code).toBe(
    'DependencyViolation.VpnConnection',
  )

  const modify = (fields: Fields<ModifyCustomerGatewayAttributeRequest>) =>
    vpc.modifyCustomerGatewayAttribute(
      new ModifyCustomerGatewayAttributeRequest({ regionId, customerGatewayId, ...fields }),
    )
  await modify({ authKey: 'bgp-key' })
  expect((await refusal(vpc.deleteCustomerGateway(which))).code).toBe('VpnGateway.Configuring')
  expect((await refusal(modify({ name: 'x' }))).code).toBe('VpnGateway.Configuring')
  emulator.advance(5)
  expect((await modify({ name: 'x' })).body?.name).toBe('x')
  expect((await refusal(modify({ name: '' }))).code).toBe('InvalidName')
  expect((await refusal(modify({ description: 'http://x' }))).code).toBe('InvalidDescription')
  const elsewhere = modify({ regionId: 'cn-hangzhou' })
  expect((await refusal(elsewhere)).code).toBe('InvalidCustomerGatewayInstanceId.NotFound')
})

test('faults answer as the cloud does: a denied user, a conflict', async () => {
  emulator.fault({ fault: 'error', status: 403, code: 'Forbbiden.SubUser', count: 1 })
  expect(await refusal(create({}))).toMatchObject({ code: 'Forbbiden.SubUser', statusCode: 403 })
  emulator.fault({ fault: 'blocking', code: 'OperationConflict', count: 1 })
  expect((await refusal(create({}))).code).toBe('OperationConflict')
  expect((await create({})).statusCode).toBe(200)
})

test('one address may stand behind two ASNs, spelled either way, but not twice behind one', async () => {
  await create({ asn: '65001' })
  await create({ asn: '65002' })
  await create({})
  await create({ asn: '1.0' })
  for (const fields of [{ asn: '65001' }, { asn: '0.65002' }, {}, { asn: '65536' }])
    expect((await refusal(create(fields))).code).toBe('InvalidIpAddress.AlreadyExist')
  expect(emulator.emulator.state.customerGateways.size).toBe(4)
})
