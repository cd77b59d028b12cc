import { afterAll, beforeAll, expect, test } from 'vitest'

import { start } from './start'

let emulator: Awaited<ReturnType<typeof start>>
beforeAll(async () => {
  emulator = await start()
})
afterAll(() => emulator.close())

test('a CEN instance is created and becomes active', async () => {
  const { cbn } = emulator.main
  const { CenId } = await cbn('CreateCen', {
    Name: 'Europe',
    Tag: [{ Key: 'a b', Value: "x'(*)~!+é" }],
  })
  expect(await cbn('DescribeCens', {})).toMatchObject({
    TotalCount: 1,
    Cens: {
      Cen: [{ CenId, Status: 'Creating', Tags: { Tag: [{ Key: 'a b', Value: "x'(*)~!+é" }] } }],
    },
  })
  emulator.advance(5)
  expect(await cbn('DescribeCens', {})).toMatchObject({ Cens: { Cen: [{ Status: 'Active' }] } })
})
