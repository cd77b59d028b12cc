import fc from 'fast-check'
import { expect, test } from 'vitest'

import { firstPage, numberedPages, PAGE_SIZE, tokenPages } from '@/lib/cloud/paginate'
import { CloudError } from '@/lib/failure/errors'

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

/** A list behind calls that all take equally long: how many there were, and how many one after the other. */
function counted(length: number) {
  const list = Array.from({ length }, (_, id) => ({ id }))
  const seen = { calls: 0, rounds: 0, atOnce: 0 }
  let waiting: (() => void)[] = []
  const answered = () =>
    new Promise<void>((resolve) => {
      if (waiting.push(resolve) > 1) return
      setImmediate(() => {
        seen.rounds += 1
        seen.atOnce = Math.max(seen.atOnce, waiting.length)
        const all = waiting
        waiting = []
        for (const each of all) each()
      })
    })
  const read = async (page: number) => {
    seen.calls += 1
    await answered()
    return {
      items: list.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      totalCount: length,
    }
  }
  return { list, seen, read }
}

test.each([
  { length: 10, calls: 1, rounds: 1 },
  { length: 50, calls: 1, rounds: 1 },
  { length: 250, calls: 5, rounds: 2 },
  { length: 1000, calls: 20, rounds: 4 },
  { length: 5000, calls: 100, rounds: 9 },
])('$length objects take $calls calls in $rounds rounds', async ({ length, calls, rounds }) => {
  const { list, seen, read } = counted(length)
  expect(await numberedPages(read)).toEqual(list)
  expect(seen).toMatchObject({ calls, rounds })
})

test('a list of which the total is told has no end of its own', async () => {
  const { list, seen, read } = counted(30_000)
  expect(await numberedPages(read)).toHaveLength(list.length)
  expect(seen).toMatchObject({ calls: 600, atOnce: 16 })
})

test.each([
  { length: 30_000, more: true },
  { length: PAGE_SIZE, more: false },
  { length: 0, more: false },
])('the start of a list of $length is its first page', async ({ length, more }) => {
  const { list, seen, read } = counted(length)
  expect(await firstPage(read)).toEqual({ items: list.slice(0, PAGE_SIZE), more })
  expect(seen).toMatchObject({ calls: 1 })
})

test('throttled pages are asked for again, fewer at a time', async () => {
  const { list, read } = counted(600)
  const throttled = new CloudError({
    code: 'Throttling.User',
    outcome: 'refused',
    message: '',
    retryAfter: 1,
  })
  let refused = 0
  const stubborn = async (page: number) => {
    const answer = await read(page)
    if (page > 1 && page % 4 === 0 && refused < 3) {
      refused += 1
      throw throttled
    }
    return answer
  }
  expect(await numberedPages(stubborn)).toEqual(list)
  expect(refused).toBe(3)
})

test('throttling that does not end fails with its code, any other failure at once', async () => {
  for (const [code, calls] of [
    ['Throttling.Api', 5],
    ['Forbidden', 1],
  ] as const) {
    let asked = 0
    const read = (page: number) => {
      if (page === 1) return Promise.resolve({ items: Array<number>(50).fill(1), totalCount: 99 })
      asked += 1
      return Promise.reject(
        new CloudError({ code, outcome: 'refused', message: '', retryAfter: 1 }),
      )
    }
    await expect(numberedPages(read)).rejects.toMatchObject({ code })
    expect(asked).toBe(calls)
  }
})

test('a list that grows while it is read is read to its end', async () => {
  const total = (page: number) => (page === 1 ? 100 : 120)
  const list = Array.from({ length: 120 }, (_, id) => id)
  const read = (page: number) =>
    Promise.resolve({ items: list.slice((page - 1) * 50, page * 50), totalCount: total(page) })
  expect(await numberedPages(read)).toEqual(list)
})

test('stops at as many as are enough', async () => {
  let calls = 0
  const read = (token: string | undefined) => {
    calls += 1
    const from = Number(token ?? 0)
    return Promise.resolve({ items: [from], nextToken: String(from + 1) })
  }
  expect(await tokenPages(read, (all) => all.length >= 3)).toEqual([0, 1, 2])
  expect(calls).toBe(3)
})
