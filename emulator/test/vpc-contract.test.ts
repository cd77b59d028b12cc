import * as sdk from '@alicloud/vpc20160428'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { vpc } from '../operations/vpc'
import { parameterNames } from '../parameter-names'
import { type Running, start } from './start'

// What every request may carry; the protocol takes them, not the operation.
const common = ['OwnerAccount', 'OwnerId', 'ResourceOwnerAccount', 'ResourceOwnerId']

interface Model {
  names(): Record<string, string>
  types(): Record<string, unknown>
}

/** A class of the SDK by its name. */
function model(name: string): Model {
  // The SDK exports its models by name; the index is the test.
  const found = (sdk as unknown as Record<string, Model | undefined>)[name]
  if (!found) throw new Error(`the SDK has no ${name}`)
  return found
}

/** Every wire name of a model, with N for the items of a list. */
function wireNames(type: Model, prefix = ''): string[] {
  const types = type.types()
  return Object.entries(type.names()).flatMap(([property, wire]) => {
    const name = prefix + wire
    const inner = types[property]
    const item = isList(inner) ? inner.itemType : inner
    const path = isList(inner) ? `${name}.N` : name
    return isModel(item) ? wireNames(item, `${path}.`) : [path]
  })
}

function isModel(type: unknown): type is Model {
  return typeof type === 'function' && 'names' in type
}

function isList(type: unknown): type is { type: 'array'; itemType: unknown } {
  return typeof type === 'object' && type !== null && 'itemType' in type
}

test.each(Object.entries(vpc))(
  '%s takes every parameter the SDK can send',
  (action, { params }) => {
    const taken = parameterNames(params)
    const sent = wireNames(model(`${action}Request`)).filter((name) => !common.includes(name))
    expect(sent.filter((name) => !taken.has(name))).toEqual([])
  },
)

let emulator: Running
beforeAll(async () => {
  emulator = await start({ world: 'sample' })
})
afterAll(() => emulator.close())

/** Paths in an answer that the SDK's model does not know. */
function strangers(value: unknown, type: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    const item = isList(type) ? type.itemType : undefined
    return value.flatMap((entry) => strangers(entry, item, `${path}[]`))
  }
  if (typeof value !== 'object' || value === null) return []
  if (!isModel(type)) return [path]
  const properties = new Map(Object.entries(type.names()).map(([name, wire]) => [wire, name]))
  const types = type.types()
  return Object.entries(value).flatMap(([wire, inner]) => {
    const property = properties.get(wire)
    return property === undefined
      ? [`${path}.${wire}`]
      : strangers(inner, types[property], `${path}.${wire}`)
  })
}

test('answers hold nothing that the SDK does not know', async () => {
  const { state } = emulator.emulator
  const mine = ({ owner }: { owner: number }) => owner === 1_000_000_000_000_001
  const found: string[] = []
  const ask = async (action: string, request: Parameters<typeof emulator.main.vpcCall>[1]) => {
    const answer = await emulator.main.vpcCall(action, request)
    found.push(...strangers(answer, model(`${action}ResponseBody`), action))
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
