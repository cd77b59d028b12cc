import fc from 'fast-check'
import { expect, test } from 'vitest'

import { numberedPages, PAGE_SIZE, tokenPages } from '@/lib/cloud/paginate'

const items = fc.array(fc.integer(), { maxLength: 180 })

test('reads all numbered pages, whether the total is told or not', async () => {
  await fc.assert(
    fc.asyncProperty(items, fc.boolean(), async (all, told) => {
      const list = all.map((value, id) => ({ id, value }))
      const read = (page: number) =>
        Promise.resolve({
          items: list.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
          totalCount: told ? list.length : 0,
        })
      expect(await numberedPages(read)).toEqual(list)
    }),
  )
})

test('reads all pages that name the next one', async () => {
  await fc.assert(
    fc.asyncProperty(items, fc.integer({ min: 1, max: 50 }), async (all, size) => {
      const read = (token: string | undefined) => {
        const from = Number(token ?? 0)
        const next = from + size
        return Promise.resolve({
          items: all.slice(from, next),
          nextToken: next < all.length ? String(next) : '',
        })
      }
      expect(await tokenPages(read)).toEqual(all)
    }),
  )
})

test('stops when the pages go round in circles', async () => {
  const circle = tokenPages((token) =>
    Promise.resolve({ items: [1], nextToken: token === 'a' ? 'b' : 'a' }),
  )
  await expect(circle).rejects.toMatchObject({ code: 'EndlessList', outcome: 'unknown' })
  const sameForEver = numberedPages(() => Promise.resolve({ items: [1], totalCount: 99 }))
  await expect(sameForEver).rejects.toMatchObject({ code: 'EndlessList' })
})

test('a list that shrinks while it is read ends', async () => {
  const read = (page: number) => Promise.resolve({ items: page === 1 ? [1, 2] : [], totalCount: 3 })
  expect(await numberedPages(read)).toEqual([1, 2])
})
