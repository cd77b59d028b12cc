import { CloudError } from '@/lib/failure/errors'

/** More pages than any account has; a service that goes on for ever is stopped here. */
const MAX_PAGES = 500

/** Alibaba: page-number paging, PageSize at most 50. */
export const PAGE_SIZE = 50

interface NumberedPage<Item> {
  items: Item[]
  /** 0 when the answer does not tell. */
  totalCount: number
}

/** Reads every page of a call that pages by number, from 1. @throws CloudError when it does not end. */
export async function numberedPages<Item>(
  read: (pageNumber: number) => Promise<NumberedPage<Item>>,
): Promise<Item[]> {
  const all: Item[] = []
  let last = ''
  for (let pageNumber = 1; pageNumber <= MAX_PAGES; pageNumber++) {
    const { items, totalCount } = await read(pageNumber)
    all.push(...items)
    const complete = totalCount > 0 ? all.length >= totalCount : items.length < PAGE_SIZE
    if (items.length === 0 || complete) return all
    const page = JSON.stringify(items)
    if (page === last) throw endless()
    last = page
  }
  throw endless()
}

interface TokenPage<Item> {
  items: Item[]
  /** Empty on the last page. */
  nextToken: string
}

/** Reads every page of a call that pages by token. @throws CloudError when a token comes twice. */
export async function tokenPages<Item>(
  read: (nextToken: string | undefined) => Promise<TokenPage<Item>>,
): Promise<Item[]> {
  const all: Item[] = []
  const seen = new Set<string>()
  let token: string | undefined
  for (;;) {
    const { items, nextToken } = await read(token)
    all.push(...items)
    if (nextToken === '') return all
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
