import { expect, test } from 'vitest'

import { emulator, main, write } from '@/lib/cloud/test/emulator'

const running = await emulator()
const cloud = await import('@/lib/customer-gateways/cloud')

const regionId = 'eu-central-1'
const gateway = (index: number) => ({
  regionId,
  name: `edge-${index}`,
  description: '',
  ipAddress: `198.18.0.${index}`,
  asn: 4_294_967_000 + index,
  tags: [],
})

test('reads all pages of a long list', async () => {
  const ids = []
  for (let index = 1; index <= 60; index++)
    ids.push(await cloud.createCustomerGateway(main, gateway(index), write()))
  const all = await cloud.listCustomerGateways(main, { regionId })
  expect(new Set(all.map(({ customerGatewayId }) => customerGatewayId))).toEqual(new Set(ids))
  expect(running.calls('DescribeCustomerGateways')).toHaveLength(2)
})

test('creates, renames and deletes one', async () => {
  const bare = { ...gateway(100), name: '' }
  const { asn: _, ...withoutAsn } = bare
  const tags = [{ key: 'site', value: 'hq' }]
  const customerGatewayId = await cloud.createCustomerGateway(
    main,
    { ...withoutAsn, tags },
    write(),
  )
  const at = { regionId, customerGatewayId }
  const [created] = await cloud.listCustomerGateways(main, at)
  expect(created).toMatchObject({ ...withoutAsn, customerGatewayId, tags })
  expect(created).not.toHaveProperty('asn')
  await cloud.updateCustomerGateway(main, { ...at, name: 'new', description: 'text' }, write())
  expect(await cloud.listCustomerGateways(main, at)).toMatchObject([
    { name: 'new', description: 'text', ipAddress: bare.ipAddress },
  ])
  await cloud.updateCustomerGateway(main, { ...at, description: 'moved' }, write())
  await expect(
    cloud.updateCustomerGateway(main, { ...at, name: '' }, write()),
  ).rejects.toMatchObject({ code: 'InvalidName' })
  expect(await cloud.listCustomerGateways(main, at)).toMatchObject([
    { name: 'new', description: 'moved' },
  ])
  await cloud.deleteCustomerGateway(main, at, write())
  expect(await cloud.listCustomerGateways(main, at)).toEqual([])
})

test('an address that is taken is refused with its code', async () => {
  await expect(cloud.createCustomerGateway(main, gateway(1), write())).rejects.toMatchObject({
    outcome: 'refused',
    code: 'InvalidIpAddress.AlreadyExist',
  })
})
