import * as sdk from '@alicloud/vpc20160428'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { vpc } from '../operations/vpc'
import { parameterNames } from '../protocol/parameter-names'
import { modelOf, strangers, wireNames } from './sdk-model'
import { type Running, start } from './start'

test.each(Object.entries(vpc))(
  '%s takes every parameter the SDK can send',
  (action, { params }) => {
    const taken = parameterNames(params)
    const sent = wireNames(modelOf(sdk, `${action}Request`))
    expect(sent.filter((name) => !taken.has(name))).toEqual([])
  },
)

let emulator: Running
beforeAll(async () => {
  emulator = await start({ world: 'sample' })
})
afterAll(() => emulator.close())

test('answers hold nothing that the SDK does not know', async () => {
  const { state } = emulator.emulator
  const mine = ({ owner }: { owner: number }) => owner === 1_000_000_000_000_001
  const found: string[] = []
  const ask = async (action: string, request: Parameters<typeof emulator.main.vpcCall>[1]) => {
    const answer = await emulator.main.vpcCall(action, request)
    found.push(...strangers(answer, modelOf(sdk, `${action}ResponseBody`), action))
  }
  for (const { id, RegionId, dual, tunnels } of state.connections.where(mine)) {
    const which = { RegionId, VpnConnectionId: id }
    await ask('DescribeVpnConnection', which)
    await ask('DescribeVpnConnections', which)
    await ask('DescribeVpnAttachments', which)
    await ask('DownloadVpnConnectionConfig', which)
    await ask('DescribeVpnConnectionLogs', { ...which, MinutePeriod: 10 })
    await ask('DescribeVpnCrossAccountAuthorizations', which)
    for (const RouteEntryType of ['custom', 'bgp'])
      await ask('DescribeVcoRouteEntries', { ...which, RouteEntryType })
    const TunnelIds = tunnels.map(({ TunnelId }) => TunnelId)
    await ask('DiagnoseVpnConnections', {
      RegionId,
      ...(dual ? { TunnelIds } : { VpnConnectionIds: [id] }),
    })
    await ask('ModifyVpnAttachmentAttribute', { ...which, Name: 'renamed' })
    emulator.advance(10)
    if (dual) await ask('ModifyTunnelAttribute', { ...which, TunnelId: TunnelIds[0] ?? '' })
    emulator.advance(10)
  }
  expect(state.connections.where(({ dual }) => dual).length).toBeGreaterThan(0)
  for (const { id, RegionId } of state.customerGateways.where(mine)) {
    const which = { RegionId, CustomerGatewayId: id }
    await ask('DescribeCustomerGateway', which)
    await ask('DescribeCustomerGateways', which)
    await ask('ModifyCustomerGatewayAttribute', { ...which, Name: 'renamed' })
    emulator.advance(10)
  }
  const RegionId = 'eu-central-1'
  await ask('DescribeRegions', {})
  await ask('DescribeZones', { RegionId })
  await ask('DescribeVpnGatewayAvailableZones', { RegionId, Spec: '5M' })
  await ask('CheckVpnBgpEnabled', { RegionId })
  expect([...new Set(found)]).toEqual([])
})
