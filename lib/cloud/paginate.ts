import { setTimeout as wait } from 'node:timers/promises'

import { CloudError, isThrottled } from '@/lib/failure/errors'
import type { Start } from '@/lib/table/page'

/**
 * Where the total is not told, a service that goes on for ever is stopped here: over a million objects. The list
 * then fails and says so; it never ends short.
 */
const MAX_PAGES = 20_000

/** Alibaba: page-number paging, PageSize at most 50. */
export const PAGE_SIZE = 50

/** How many pages after the first are asked for at once: one more for each that came, up to the most; throttled, half as many from then on. */
const SIDE_BY_SIDE = { first: 4, most: 16 }

/** How often one page is asked for again after throttling, and the first wait in milliseconds; each next one is twice as long. */
const THROTTLED = { again: 4, wait: 250 }

interface NumberedPage<Item> {
  items: Item[]
  /** 0 when the answer does not tell. */
  totalCount: number
}

/** Reads the first page only of a call that pages by number. */
export async function firstPage<Item>(
  read: (pageNumber: number) => Promise<NumberedPage<Item>>,
): Promise<Start<Item>> {
  const page = await read(1)
  return { items: page.items, more: !isComplete(page, page.items.length) }
}

/**
 * Reads every page of a call that pages by number, from 1. Where the first tells the total, the others are asked
 * for side by side. @throws CloudError when a page cannot be read or the pages do not end.
 */
export async function numberedPages<Item>(
  read: (pageNumber: number) => Promise<NumberedPage<Item>>,
): Promise<Item[]> {
  const first = await read(1)
  const pages = [first]
  let count = first.items.length
  if (first.totalCount > count && count > 0) {
    const others = Math.ceil(first.totalCount / count) - 1
    const other = async (index: number) => {
      const page = await read(index + 2)
      refuseRepeated(first, page)
      return page
    }
    pages.push(...(await sideBySide(others, other)))
    count = pages.reduce((sum, { items }) => sum + items.length, 0)
  }
  // The total is not told, or the list grew meanwhile.
  for (let last = pages.at(-1) ?? first; !isComplete(last, count); count += last.items.length) {
    if (pages.length >= MAX_PAGES) throw endless()
    const next = await read(pages.length + 1)
    refuseRepeated(last, next)
    pages.push((last = next))
  }
  return pages.flatMap(({ items }) => items)
}

const isComplete = ({ items, totalCount }: NumberedPage<unknown>, count: number) =>
  items.length === 0 || (totalCount > 0 ? count >= totalCount : items.length < PAGE_SIZE)

function refuseRepeated<Item>({ items: one }: NumberedPage<Item>, next: NumberedPage<Item>): void {
  const other = next.items
  // Most pages differ in their first item, which is quick to see.
  const same =
    one.length > 0 &&
    one.length === other.length &&
    JSON.stringify(one[0]) === JSON.stringify(other[0]) &&
    JSON.stringify(one) === JSON.stringify(other)
  if (same) throw endless()
}

/** The pages 0 to `count` - 1 in their order, some on the way at a time; fewer, and later, when the cloud throttles. */
function sideBySide<Page>(count: number, read: (index: number) => Promise<Page>): Promise<Page[]> {
  const pages: Page[] = []
  let [width, most] = [SIDE_BY_SIDE.first, SIDE_BY_SIDE.most]
  let [next, underway] = [0, 0]
  let over = false
  const readPatiently = async (index: number): Promise<Page> => {
    for (let tries = 0; ; tries++)
      try {
        return await read(index)
      } catch (error) {
        if (!isThrottled(error) || tries === THROTTLED.again || over) throw error
        width = most = Math.max(1, Math.floor(width / 2))
        const asked = error instanceof CloudError ? error.retryAfter : undefined
        await wait(asked ?? THROTTLED.wait * 2 ** tries)
      }
  }
  return new Promise((resolve, reject) => {
    const ask = async (index: number) => {
      underway += 1
      pages[index] = await readPatiently(index)
      underway -= 1
      width = Math.min(most, width + 1)
    }
    const goOn = () => {
      if (over || (next === count && underway === 0)) return resolve(pages)
      while (next < count && underway < width) ask(next++).then(goOn, giveUp)
    }
    const giveUp = (error: Error) => {
      over = true
      reject(error)
    }
    goOn()
  })
}

interface TokenPage<Item> {
  items: Item[]
  /** Empty on the last page. */
  nextToken: string
}

/**
 * Reads every page of a call that pages by token, or as many as are `enough`.
 * @throws CloudError when a token comes twice.
 */
export async function tokenPages<Item>(
  read: (nextToken: string | undefined) => Promise<TokenPage<Item>>,
  enough: (soFar: readonly Item[]) => boolean = () => false,
): Promise<Item[]> {
  const all: Item[] = []
  const seen = new Set<string>()
  let token: string | undefined
  for (;;) {
    const { items, nextToken } = await read(token)
    for (const item of items) all.push(item)
    if (nextToken === '' || enough(all)) return all
    if (seen.has(nextToken) || seen.size === MAX_PAGES) throw endless()
    seen.add(nextToken)
    token = nextToken
  }
}

const endless = () =>
  new CloudError({
    code: 'EndlessList',
    outcome: 'unknown',
    message: 'The pages of a list do not end.',
  })
