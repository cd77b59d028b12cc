import {
  CheckVpnBgpEnabledRequest,
  DescribeRegionsRequest,
  DescribeVpnGatewayAvailableZonesRequest,
  DescribeZonesRequest,
} from '@alicloud/vpc20160428'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { refusal, type Running, start } from './start'
import type { Fields } from './vpc-fixtures'

let emulator: Running
beforeAll(async () => {
  emulator = await start()
})
afterAll(() => emulator.close())

const zones = async (fields: Fields<DescribeZonesRequest>) =>
  (await emulator.main.vpc.describeZones(new DescribeZonesRequest(fields))).body?.zones?.zone

test('regions have Chinese names unless English is asked for, and endpoints', async () => {
  const regions = async (acceptLanguage?: string) => {
    const request = new DescribeRegionsRequest({ ...(acceptLanguage && { acceptLanguage }) })
    return (await emulator.main.vpc.describeRegions(request)).body?.regions?.region ?? []
  }
  const chinese = await regions()
  expect(chinese).toHaveLength(30)
  expect(chinese).toContainEqual(
    expect.objectContaining({
      regionId: 'cn-hangzhou',
      localName: '华东1（杭州）',
      regionEndpoint: 'vpc.aliyuncs.com',
    }),
  )
  expect(await regions('en-US')).toContainEqual(
    expect.objectContaining({
      regionId: 'eu-central-1',
      localName: 'Germany (Frankfurt)',
      regionEndpoint: 'vpc.eu-central-1.aliyuncs.com',
    }),
  )
  expect((await refusal(regions('de'))).code).toBe('InvalidParameter')
})

test('zones have a hyphen in China only, and names in three languages', async () => {
  expect((await zones({ regionId: 'eu-central-1', acceptLanguage: 'en-us' }))?.[0]).toMatchObject({
    zoneId: 'eu-central-1a',
    localName: 'Frankfurt Zone A',
    zoneType: 'AvailabilityZone',
  })
  expect((await zones({ regionId: 'cn-hangzhou' }))?.[0]).toMatchObject({
    zoneId: 'cn-hangzhou-g',
    localName: '杭州 可用区G',
  })
  expect((await zones({ regionId: 'cn-hongkong', acceptLanguage: 'ja' }))?.[0]?.localName).toBe(
    'Hong Kong ゾーンB',
  )
  expect(await zones({ regionId: 'cn-hangzhou', zoneType: 'EdgeZone' })).toEqual([])
  expect(await refusal(zones({ regionId: 'x' }))).toMatchObject({
    code: 'InvalidRegionId.NotFound',
    statusCode: 404,
  })
  expect((await refusal(zones({}))).code).toBe('MissingParameter')
  const french = zones({ regionId: 'cn-hangzhou', acceptLanguage: 'fr' })
  expect((await refusal(french)).code).toBe('InvalidParameter')
})

test('the zones for a bandwidth are asked by GET', async () => {
  const ask = (fields: Fields<DescribeVpnGatewayAvailableZonesRequest>) =>
    emulator.main.vpc.describeVpnGatewayAvailableZones(
      new DescribeVpnGatewayAvailableZonesRequest({ regionId: 'cn-qingdao', ...fields }),
    )
  expect((await ask({ spec: '1000M' })).body).toMatchObject({
    regionId: 'cn-qingdao',
    availableZoneIdList: [
      { zoneId: 'cn-qingdao-b', zoneName: 'Qingdao Zone B' },
      { zoneId: 'cn-qingdao-c' },
    ],
  })
  const chinese = await ask({ spec: '5M', acceptLanguage: 'zh-CN', gatewayType: 'Traditional' })
  expect(chinese.body?.availableZoneIdList?.[0]?.zoneName).toBe('青岛 可用区B')
  expect((await refusal(ask({ spec: '7M' }))).code).toBe('InvalidParameter')
  expect((await refusal(ask({}))).code).toBe('MissingParameter')
})

test('BGP is there in every region of the list', async () => {
  const enabled = async (regionId: string) =>
    (await emulator.main.vpc.checkVpnBgpEnabled(new CheckVpnBgpEnabledRequest({ regionId }))).body
      ?.bgpEnabled
  expect(await enabled('me-central-1')).toBe(true)
  expect(await enabled('cn-fuzhou')).toBe(false)
})
