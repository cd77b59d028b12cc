import { expect, test } from 'vitest'

import { emulator, main, write } from '@/lib/cloud/test/emulator'

const running = await emulator()
const { listRegions, listZones } = await import('@/lib/regions/cloud')
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

test('a list that is throttled fails with the code of the cloud', async () => {
  running.fault({ fault: 'throttle', actions: ['DescribeRegions'] })
  await expect(listRegions(main, { language: 'en-US' })).rejects.toMatchObject({
    outcome: 'refused',
    code: expect.stringMatching(/throttling/i),
  })
})
