import { expect, test } from 'vitest'

import { emulator, main, partner, write } from '@/lib/cloud/test/emulator'

const running = await emulator()
const { keptRegions, keptZones, listRegions, listZones } = await import('@/lib/regions/cloud')
const { checkTransitRouterService, openTransitRouterService } =
  await import('@/lib/transit-routers/cloud')

test('names regions in the language of the reader', async () => {
  const named = async (language: 'en-US' | 'zh-CN') =>
    (await listRegions(main, { language })).find(({ regionId }) => regionId === 'cn-hangzhou')
  expect((await named('en-US'))?.localName).toContain('Hangzhou')
  expect((await named('zh-CN'))?.localName).toContain('杭州')
})

test('lists the zones that take attachments', async () => {
  const zones = await listZones(main, { regionId: 'eu-central-1', language: 'en-US' })
  expect(zones.map(({ zoneId }) => zoneId)).toEqual([
    'eu-central-1a',
    'eu-central-1b',
    'eu-central-1c',
  ])
  expect(zones.every(({ localName }) => localName !== '')).toBe(true)
})

test('opening the service twice is fine', async () => {
  await openTransitRouterService(main, write())
  await openTransitRouterService(main, write())
  expect(await checkTransitRouterService(main)).toEqual({ enabled: true })
})

test('keeps regions and zones for an hour per account and language, no failure, and shares a read on its way', async () => {
  const calls = () => ['DescribeRegions', 'DescribeZones'].map((name) => running.calls(name).length)
  const [regions = 0, zones = 0] = calls()
  running.fault({ fault: 'throttle', actions: ['DescribeRegions'], count: 1 })
  await expect(keptRegions(main, { language: 'en-US' })).rejects.toMatchObject({
    outcome: 'refused',
  })
  const [one, other] = await Promise.all([
    keptRegions(main, { language: 'en-US' }),
    keptRegions(main, { language: 'en-US' }),
  ])
  expect(other).toEqual(one)
  expect(await keptRegions(main, { language: 'en-US' })).toEqual(one)
  expect(await keptRegions(main, { language: 'zh-CN' })).not.toEqual(one)
  await keptRegions(partner, { language: 'en-US' })
  const where = { regionId: 'eu-central-1', language: 'en-US' } as const
  expect(await keptZones(main, where)).toEqual(await keptZones(main, where))
  await keptZones(main, { ...where, regionId: 'eu-west-1' })
  expect(calls()).toEqual([regions + 4, zones + 2])
})

test('a list that is throttled fails with the code of the cloud', async () => {
  running.fault({ fault: 'throttle', actions: ['DescribeRegions'] })
  await expect(listRegions(main, { language: 'en-US' })).rejects.toMatchObject({
    outcome: 'refused',
    code: expect.stringMatching(/throttling/i),
  })
})
