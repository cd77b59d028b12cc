import { afterEach, beforeEach, expect, test } from 'vitest'

import { buildNetwork } from './network'
import { refusal, type Running, start } from './start'

let emulator: Running
beforeEach(async () => {
  emulator = await start()
})
afterEach(() => emulator.close())

test('a repeated token gives the first answer and no second effect', async () => {
  const { cbn } = emulator.main
  const first = await cbn('CreateCen', { Name: 'one', ClientToken: 'a' })
  const second = await cbn('CreateCen', { Name: 'one', ClientToken: 'a' })
  expect(second['CenId']).toBe(first['CenId'])
  expect(second['RequestId']).not.toBe(first['RequestId'])
  expect(emulator.calls('CreateCen').map(({ effect }) => effect)).toEqual([true, false])
})

test('a token with other parameters is refused', async () => {
  const { cbn } = emulator.main
  await cbn('CreateCen', { Name: 'one', ClientToken: 'a' })
  const error = await refusal(cbn('CreateCen', { Name: 'two', ClientToken: 'a' }))
  expect(error.code).toBe('IdempotentParameterMismatch')
})

test('a token belongs to its account and operation, and lapses after a day', async () => {
  const request = { Name: 'one', ClientToken: 'a' }
  const first = await emulator.main.cbn('CreateCen', request)
  const partner = await emulator.partner.cbn('CreateCen', request)
  expect(partner['CenId']).not.toBe(first['CenId'])
  emulator.advance(86_401)
  const later = await emulator.main.cbn('CreateCen', request)
  expect(later['CenId']).not.toBe(first['CenId'])
})

test('a refused request does not use up its token', async () => {
  const { cbn } = emulator.main
  const { CenId } = await cbn('CreateCen', {})
  const request = { CenId: String(CenId), RegionId: 'eu-central-1', ClientToken: 'a' }
  expect((await refusal(cbn('CreateTransitRouter', request))).code).toBe('IncorrectStatus.Status')
  emulator.advance(10)
  await expect(cbn('CreateTransitRouter', request)).resolves.toHaveProperty('TransitRouterId')
})

test('a token of more than 64 characters is refused', async () => {
  const error = await refusal(emulator.main.cbn('CreateCen', { ClientToken: 'x'.repeat(65) }))
  expect(error.code).toBe('InvalidParameter')
})

test('a dry run that passes is an error and changes nothing', async () => {
  const { cbn } = emulator.main
  const { TransitRouterId } = await buildNetwork(emulator)
  const request = { TransitRouterId, TransitRouterRouteTableName: 'dry', DryRun: true }
  expect(await refusal(cbn('CreateTransitRouterRouteTable', request))).toMatchObject({
    code: 'DryRunOperation',
    statusCode: 400,
  })
  expect(await cbn('ListTransitRouterRouteTables', { TransitRouterId })).toMatchObject({
    TotalCount: 2,
  })
  expect(emulator.calls('CreateTransitRouterRouteTable').at(-1)?.effect).toBe(false)
})

test('a dry run that fails says what is wrong', async () => {
  const error = await refusal(
    emulator.main.cbn('CreateTransitRouterRouteTable', { TransitRouterId: 'tr-no', DryRun: true }),
  )
  expect(error.code).toBe('InvalidTransitRouterId.NotFound')
})

test('a dry run of UpdateTransitRouter answers a request id', async () => {
  const { TransitRouterId } = await buildNetwork(emulator)
  const request = {
    RegionId: 'eu-central-1',
    TransitRouterId,
    TransitRouterName: 'x',
    DryRun: true,
  }
  expect(Object.keys(await emulator.main.cbn('UpdateTransitRouter', request))).toEqual([
    'RequestId',
  ])
  expect(emulator.emulator.state.transitRouters.get(TransitRouterId)).toMatchObject({
    Status: 'Active',
    TransitRouterName: '',
  })
})
