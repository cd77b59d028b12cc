import {
  DescribeGrantRulesToCenRequest,
  GrantInstanceToCenRequest,
  ListTagResourcesRequest,
  MoveVpnResourceGroupRequest,
  TagResourcesRequest,
  UnTagResourcesRequest,
} from '@alicloud/vpc20160428'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { refusal, type Running, start } from './start'
import { connection, type Fields, gateway, regionId, shown } from './vpc-fixtures'

let emulator: Running
let cgw: string
let vco: string
beforeEach(async () => {
  emulator = await start()
  cgw = await gateway(emulator, '203.0.113.9')
  vco = await connection(emulator, { customerGatewayId: cgw })
})
afterEach(() => emulator.close())

const tag = (fields: Fields<TagResourcesRequest> = {}) =>
  emulator.main.vpc.tagResources(
    new TagResourcesRequest({
      regionId,
      resourceType: 'VpnAttachment',
      resourceId: [vco],
      tag: [{ key: 'site', value: 'berlin' }],
      ...fields,
    }),
  )
const untag = (fields: Fields<UnTagResourcesRequest>) =>
  emulator.main.vpc.unTagResources(
    new UnTagResourcesRequest({
      regionId,
      resourceType: 'VPNATTACHMENT',
      resourceId: [vco],
      ...fields,
    }),
  )
const list = async (fields: Fields<ListTagResourcesRequest>) => {
  const request = new ListTagResourcesRequest({
    regionId,
    resourceType: 'VPNATTACHMENT',
    ...fields,
  })
  return (await emulator.main.vpc.listTagResources(request)).body
}

test('connections and gateways are tagged, found by tag, and untagged', async () => {
  await tag()
  await tag({ tag: [{ key: 'site', value: 'rome' }, { key: 'x'.repeat(128) }] })
  await tag({ resourceType: 'customergateway', resourceId: [cgw] })
  expect((await shown(emulator, vco))?.tags?.tag).toMatchObject([
    { key: 'site', value: 'rome' },
    { key: 'x'.repeat(128), value: '' },
  ])
  expect((await list({ tag: [{ key: 'site', value: 'rome' }] }))?.tagResources).toMatchObject({
    tagResource: [
      { resourceId: vco, resourceType: 'VPNATTACHMENT', tagKey: 'site', tagValue: 'rome' },
      { resourceId: vco, tagKey: 'x'.repeat(128) },
    ],
  })
  const first = await list({ resourceId: [vco], maxResults: 1 })
  expect(first?.tagResources?.tagResource).toHaveLength(1)
  const second = await list({ resourceId: [vco], maxResults: 1, nextToken: first?.nextToken })
  expect(second?.tagResources?.tagResource?.[0]?.tagKey).toBe('x'.repeat(128))
  expect(second?.nextToken).toBe('')
  await untag({ tagKey: ['site'] })
  expect((await list({ resourceId: [vco] }))?.tagResources?.tagResource).toHaveLength(1)
  await untag({ all: true })
  expect((await list({ resourceId: [vco] }))?.tagResources?.tagResource).toEqual([])
  const gateways = await list({ resourceType: 'CUSTOMERGATEWAY', tag: [{ key: 'site' }] })
  expect(gateways?.tagResources?.tagResource).toMatchObject([{ resourceId: cgw }])
})

test.each<[string, Fields<TagResourcesRequest>, string]>([
  ['a key too long', { tag: [{ key: 'x'.repeat(129) }] }, 'InvalidParameter.TagKey'],
  ['a reserved key', { tag: [{ key: 'Aliyun' }] }, 'InvalidParameter.TagKey'],
  [
    'a value too long',
    { tag: [{ key: 'k', value: 'x'.repeat(129) }] },
    'InvalidParameter.TagValue',
  ],
  ['a key twice', { tag: [{ key: 'k' }, { key: 'k' }] }, 'Duplicated.TagKey'],
  ['no tags', { tag: [] }, 'MissingParameter'],
  ['no resources', { resourceId: [] }, 'MissingParameter'],
  ['a type that is none', { resourceType: 'SERVER' }, 'InvalidParameter'],
  ['a resource that is none', { resourceId: ['vco-x'] }, 'InvalidInstanceId.NotFound'],
  [
    'a kind the emulator lacks',
    { resourceType: 'VPC', resourceId: ['vpc-x'] },
    'InvalidInstanceId.NotFound',
  ],
  ['another region', { regionId: 'cn-hangzhou' }, 'InvalidInstanceId.NotFound'],
  [
    '51 resources',
    { resourceId: Array.from({ length: 51 }, (_, n) => `vco-${n}`) },
    'InvalidParameter',
  ],
])('refuses to tag with %s', async (_, fields, code) => {
  expect((await refusal(tag(fields))).code).toBe(code)
  expect((await list({ resourceId: [vco] }))?.tagResources?.tagResource).toEqual([])
})

test('a resource has 20 tags, a list needs something to look for, an untagging something to take', async () => {
  await tag({ tag: Array.from({ length: 20 }, (_, n) => ({ key: `k${n}` })) })
  expect((await refusal(tag())).code).toBe('NumberExceed.Tags')
  expect((await refusal(list({}))).code).toBe('MissingParameter')
  expect((await refusal(list({ tag: [{ value: 'only' }] }))).code).toBe('MissingParameter')
  expect((await refusal(list({ resourceId: [vco], maxResults: 51 }))).code).toBe('InvalidParameter')
  expect((await refusal(list({ resourceId: [vco], nextToken: 'x' }))).code).toBe('InvalidParameter')
  expect((await refusal(untag({}))).code).toBe('MissingParameter')
  const foreign = emulator.partner.vpc.tagResources(
    new TagResourcesRequest({
      regionId,
      resourceType: 'VPNATTACHMENT',
      resourceId: [vco],
      tag: [{ key: 'k' }],
    }),
  )
  expect((await refusal(foreign)).code).toBe('InvalidInstanceId.NotFound')
})

test('connections and gateways move to another resource group', async () => {
  const move = (instanceId: string, resourceType: string) =>
    emulator.main.vpc.moveVpnResourceGroup(
      new MoveVpnResourceGroupRequest({
        regionId,
        instanceId,
        resourceType,
        newResourceGroupId: 'rg-vpn',
      }),
    )
  await move(vco, 'VPNATTACHMENT')
  await move(cgw, 'CustomerGateway')
  expect((await shown(emulator, vco))?.resourceGroupId).toBe('rg-vpn')
  expect(emulator.emulator.state.customerGateways.get(cgw)?.ResourceGroupId).toBe('rg-vpn')
  expect((await refusal(move('vpn-x', 'VpnGateway'))).code).toBe('InvalidInstanceId.NotFound')
  const missing = await refusal(move('vco-x', 'VpnAttachment'))
  expect(missing.code).toBe('InvalidVpnConnectionInstanceId.NotFound')
  expect((await refusal(move(vco, 'Vpc'))).code).toBe('InvalidParameter')
})

test('the older grant is for VPCs and VBRs, and can be read', async () => {
  const { CenId } = await emulator.partner.cbn('CreateCen', { Name: 'partner' })
  const cenId = String(CenId)
  const grant = (fields: Fields<GrantInstanceToCenRequest> = {}) =>
    emulator.main.vpc.grantInstanceToCen(
      new GrantInstanceToCenRequest({
        regionId,
        cenId,
        cenOwnerId: 1_000_000_000_000_002,
        instanceId: 'vpc-1',
        instanceType: 'VPC',
        ...fields,
      }),
    )
  await grant()
  const request = { regionId, instanceId: 'vpc-1', instanceType: 'VPC' }
  const rules = await emulator.main.vpc.describeGrantRulesToCen(
    new DescribeGrantRulesToCenRequest(request),
  )
  expect(rules.body).toMatchObject({
    totalCount: 1,
    cenGrantRules: {
      cbnGrantRule: [{ cenInstanceId: cenId, cenOwnerId: 1_000_000_000_000_002 }],
    },
  })
  const others = await emulator.partner.vpc.describeGrantRulesToCen(
    new DescribeGrantRulesToCenRequest(request),
  )
  expect(others.body?.totalCount).toBe(0)
  const asVpn = grant({ instanceType: 'VPN', instanceId: vco })
  expect((await refusal(asVpn)).code).toBe('InvalidParameter')
  expect((await refusal(grant({ instanceId: 'vbr-1' }))).code).toBe('InvalidInstanceId.NotFound')
  expect((await refusal(grant({ cenId: 'cen-x' }))).code).toBe('InvalidCenId.NotFound')
  const unknown = new DescribeGrantRulesToCenRequest({ ...request, instanceType: 'VPN' })
  const refused = await refusal(emulator.main.vpc.describeGrantRulesToCen(unknown))
  expect(refused.code).toBe('InvalidParameter')
})
