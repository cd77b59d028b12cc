import { expect, test } from 'vitest'

import { inBatches } from '@/lib/query/in-batches'

test('what is asked for in the same moment is read together, no more at a time than may be, one batch after the other', async () => {
  const batches: number[][] = []
  let reading = 0
  const double = inBatches(60, async (items: number[]) => {
    reading += 1
    expect(reading).toBe(1)
    batches.push(items)
    await Promise.resolve()
    reading -= 1
    return items.map((item) => item * 2)
  })
  const items = Array.from({ length: 130 }, (_, item) => item)
  expect(await Promise.all(items.map(double))).toEqual(items.map((item) => item * 2))
  expect(batches.map(({ length }) => length)).toEqual([60, 60, 10])
  expect(await double(7)).toBe(14)
  expect(batches).toHaveLength(4)
})

test('a batch that fails fails those in it and no other', async () => {
  const read = inBatches(2, async (items: string[]) => {
    if (items.includes('bad')) throw new Error('away')
    return items
  })
  const answers = await Promise.allSettled(['a', 'bad', 'c'].map(read))
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
})
