import { expect, test } from 'vitest'

import { emulator, main, write } from '@/lib/cloud/test/emulator'

await emulator()
const { createCen, listCens } = await import('@/lib/cen/cloud')
const { replaceTags } = await import('@/lib/tags/replace')
const { tagListBeside } = await import('@/lib/tags/schema')

const system = { key: 'acs:tag:createdby', value: 'sub:1' }
const team = { key: 'team', value: 'net' }

test('beside a tag that the cloud gave, others are set and removed; only the change is sent', async () => {
  const cenId = await createCen(main, { name: 'x', description: '', tags: [team] }, write())
  const resource = { service: 'cbn', type: 'Cen', id: cenId } as const
  const added = { key: 'a', value: 'b' }
  // As the cloud shows them where it marks what an account creates.
  await replaceTags(main, resource, { tags: [system, team], was: [team], tag: [team, added] })
  expect((await listCens(main, { cenId }))[0]?.tags).toEqual(expect.arrayContaining([team, added]))
  await replaceTags(main, resource, {
    tags: [system, team, added],
    was: [team, added],
    tag: [added],
  })
  expect((await listCens(main, { cenId }))[0]?.tags).toEqual([added])
})

test('pressed again after a lost answer it does what is left, and never what somebody else undid', async () => {
  const cenId = await createCen(main, { name: 'x', description: '', tags: [team] }, write())
  const resource = { service: 'cbn', type: 'Cen', id: cenId } as const
  const added = { key: 'a', value: 'b' }
  const now = async () => (await listCens(main, { cenId }))[0]?.tags ?? []
  const edit = { was: [team], tag: [added] }
  // The removal came through, the addition did not.
  await replaceTags(main, resource, { tags: [team], was: [team], tag: [] })
  await replaceTags(main, resource, { ...edit, tags: await now() })
  expect(await now()).toEqual([added])
  // Both came through.
  await replaceTags(main, resource, { ...edit, tags: await now() })
  expect(await now()).toEqual([added])
  const theirs = { tags: [{ key: 'a', value: 'of somebody else' }] }
  await expect(replaceTags(main, resource, { ...edit, ...theirs })).rejects.toThrow('not valid')
})

test('a tag that was there stays as it is, whatever the rules for new ones say', () => {
  const old = { key: 'k'.repeat(100), value: 'see http://wiki ' }
  expect(tagListBeside([old]).parse([old, team])).toEqual([old, team])
  const touched = { ...old, value: 'http://other' }
  const issues = tagListBeside([old]).safeParse([touched]).error?.issues
  expect(issues?.map(({ path }) => path.join('.'))).toEqual(['0.key', '0.value'])
})

test('CEN takes keys of 64 characters, VPC of 128', () => {
  const long = [{ key: 'k'.repeat(65), value: '' }]
  expect(tagListBeside([], 64).safeParse(long).success).toBe(false)
  expect(tagListBeside([], 128).safeParse(long).success).toBe(true)
})
