import { afterEach, beforeEach, expect, test } from 'vitest'

import { buildNetwork } from './network'
import { refusal, type Running, start } from './start'

let running: Running
let network: Awaited<ReturnType<typeof buildNetwork>>
beforeEach(async () => {
  running = await start()
  network = await buildNetwork(running)
})
afterEach(() => running.close())

type Request = Parameters<Running['main']['cbn']>[1]
const call = (verb: string, more: Request = {}, kind = '') =>
  running.main.cbn(`${verb}TransitRouteTableAggregation${kind}`, {
    TransitRouteTableId: network.system,
    TransitRouteTableAggregationCidr: '192.168.0.0/16',
    ...more,
  })

// As the Terraform provider calls them: the scope list as one JSON text, read by table and block until AllConfigured.
test('an aggregate route is made, read, changed, refreshed and deleted', async () => {
  await call('Create', {
    TransitRouteTableAggregationName: 'branches',
    TransitRouteTableAggregationScopeList: '["VPC"]',
  })
  expect(await call('Describe')).toMatchObject({
    Count: 1,
    Total: 1,
    Data: [
      {
        TrRouteTableId: network.system,
        TransitRouteTableAggregationCidr: '192.168.0.0/16',
        Name: 'branches',
        Scope: '',
        ScopeList: ['VPC'],
        Status: 'Configuring',
      },
    ],
  })
  expect((await refusal(call('Modify'))).code).toBe('IncorrectStatus.AggregationRoute')
  running.advance(5)
  expect(await call('Describe')).toMatchObject({ Data: [{ Status: 'AllConfigured' }] })
  await call('Modify', { TransitRouteTableAggregationDescription: 'all of them' })
  running.advance(5)
  await call('Refresh')
  expect(await call('Describe')).toMatchObject({ Data: [{ Status: 'Configuring' }] })
  running.advance(5)
  expect(await call('Describe')).toMatchObject({
    Data: [{ Name: 'branches', Description: 'all of them', Status: 'AllConfigured' }],
  })
  await call('Delete')
  expect(await call('Describe')).toMatchObject({ Data: [{ Status: 'Deleting' }] })
  running.advance(5)
  expect(await call('Describe')).toMatchObject({ Total: 0, Data: [] })
  expect((await refusal(call('Delete'))).code).toBe('InstanceNotExist.AggregationRoute')
})

test('its detail names the VPCs that are told', async () => {
  const sample = await start({ world: 'sample' })
  const table = sample.emulator.state.routeTables.first(
    ({ TransitRouterRouteTableName }) => TransitRouterRouteTableName === 'production',
  )
  const which = {
    TransitRouteTableId: table?.id ?? '',
    TransitRouteTableAggregationCidr: '192.168.0.0/16',
  }
  const scope = { TransitRouteTableAggregationScope: 'VPC' }
  await sample.main.cbn('CreateTransitRouteTableAggregation', { ...which, ...scope })
  const detail = () => sample.main.cbn('DescribeTransitRouteTableAggregationDetail', which)
  expect(await detail()).toMatchObject({ Total: 2, Data: [{ Status: 'Configuring' }, {}] })
  sample.advance(5)
  const vpc = { InstanceId: expect.stringMatching(/^vpc-/), Status: 'Configured' }
  expect(await detail()).toMatchObject({ Data: [vpc, vpc] })
  await sample.close()
})

test.each<[string, Request, string]>([
  ['no scope', {}, 'MissingParameter'],
  [
    'a scope twice',
    { TransitRouteTableAggregationScope: 'VPC', TransitRouteTableAggregationScopeList: ['VPC'] },
    'InvalidParameter',
  ],
  ['an unknown scope', { TransitRouteTableAggregationScope: 'VBR' }, 'InvalidParameter'],
  [
    'a block of 100.64.0.0/10',
    { TransitRouteTableAggregationCidr: '100.64.0.0/16' },
    'InvalidParameter',
  ],
  ['a multicast block', { TransitRouteTableAggregationCidr: '224.1.0.0/16' }, 'InvalidParameter'],
  [
    'an unknown table',
    { TransitRouteTableId: 'vtb-none' },
    'InstanceNotExist.TransitRouterRouteTable',
  ],
])('%s is refused', async (_, more, code) => {
  const scope = code === 'InvalidParameter' || code.startsWith('Instance')
  const given = { ...(scope && { TransitRouteTableAggregationScopeList: ['VPC'] }), ...more }
  expect((await refusal(call('Create', given))).code).toBe(code)
})

test('a block is aggregated once in a table', async () => {
  const scope = { TransitRouteTableAggregationScopeList: ['VPC'] }
  await call('Create', scope)
  expect((await refusal(call('Create', scope))).code).toBe('InstanceExist.AggregationRoute')
  await call('Create', { ...scope, TransitRouteTableId: network.custom })
})
