import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, expect, test } from 'vitest'

import { getJson } from '@/lib/query/get-json'

let body: unknown = {}
const asked: { url: string; known: string | undefined; status: number }[] = []
const server = createServer((request, response) => {
  const text = JSON.stringify(body)
  const etag = `"${text.length}-${text.slice(-20)}"`
  const known = request.headers['if-none-match']
  const status = known === etag ? 304 : 200
  asked.push({ url: request.url ?? '', known, status })
  response.writeHead(status, { etag, 'cache-control': 'no-store' }).end(status === 304 ? '' : text)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => void server.close())

const url = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`

test('what has not changed is not sent again and is the same object', async () => {
  body = [{ id: 1 }]
  const first = await getJson(url('/a'), { regionId: 'eu' })
  expect(await getJson(url('/a'), { regionId: 'eu' })).toBe(first)
  body = [{ id: 2 }]
  expect(await getJson(url('/a'), { regionId: 'eu' })).toEqual([{ id: 2 }])
  expect(await getJson(url('/a'), { regionId: 'us' })).toEqual([{ id: 2 }])
  expect(asked.map(({ status }) => status)).toEqual([200, 304, 200, 200])
  expect(asked.at(-1)?.known).toBeUndefined()
})

test('keeps a bounded amount of what was answered', async () => {
  body = 'x'.repeat(3_000_000)
  for (const page of ['1', '2', '3']) await getJson(url('/long'), { page })
  await getJson(url('/long'), { page: '1' })
  expect(asked.at(-1)).toMatchObject({ status: 200, known: undefined })
  await getJson(url('/long'), { page: '3' })
  expect(asked.at(-1)).toMatchObject({ status: 304 })
})
