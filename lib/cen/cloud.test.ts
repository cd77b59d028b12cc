import { expect, test } from 'vitest'

import { emulator, main, write } from '@/lib/cloud/test/emulator'

await emulator()
const { createCen, listCens, updateCen } = await import('@/lib/cen/cloud')

test('a name and a description that may be empty can be cleared', async () => {
  const cenId = await createCen(main, { name: 'core', description: 'old', tags: [] }, write())
  await updateCen(main, { cenId, description: '' })
  expect((await listCens(main, { cenId }))[0]).toMatchObject({ name: 'core', description: '' })
  await updateCen(main, { cenId, name: '' })
  expect((await listCens(main, { cenId }))[0]).toMatchObject({ name: '', description: '' })
})
