import { expect, test } from 'vitest'

import { emulator, main } from '@/lib/cloud/test/emulator'
import { CloudError } from '@/lib/failure/errors'

const running = await emulator()
const { listResourceGroups } = await import('@/lib/resource-groups/cloud')

test('reads the resource groups of the account, by name and id', async () => {
  expect(await listResourceGroups(main)).toEqual(
    expect.arrayContaining([
      { resourceGroupId: expect.stringMatching(/^rg-/), displayName: 'default resource group' },
      { resourceGroupId: 'rg-aekz00000000lab', displayName: 'Lab' },
    ]),
  )
  const [call] = running.calls('ListResourceGroups')
  expect(call).toMatchObject({ product: 'resourceManager', outcome: 'ok', ignored: [], inUrl: [] })
})

test('an account that may not read them is told so', async () => {
  running.fault({ fault: 'denied', actions: ['ListResourceGroups'], count: 1 })
  await expect(listResourceGroups(main)).rejects.toBeInstanceOf(CloudError)
})
