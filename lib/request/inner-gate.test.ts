import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'

import type { Access } from '@/lib/request/access'

let sent = new Headers()
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(sent),
  cookies: () => Promise.resolve({ get: () => undefined }),
}))

beforeAll(() => {
  vi.stubEnv('ALLOWED_HOSTS', 'localhost:3000')
  vi.stubEnv('LOG_LEVEL', 'silent')
})
afterAll(() => vi.unstubAllEnvs())

const schema = z.object({})
const own = { host: 'localhost:3000' }
const FOREIGN: Record<string, string>[] = [
  { host: 'evil.example', 'sec-fetch-site': 'same-origin' },
  { ...own, 'sec-fetch-site': 'cross-site' },
  { ...own, 'sec-fetch-site': 'same-origin', origin: 'null' },
  { ...own, origin: 'https://localhost:3000' },
  { ...own, origin: 'http://evil.example' },
]

test('an action runs for our own pages only, also when no gate stands before it', async () => {
  const { action } = await import('./action')
  const run = vi.fn<() => Promise<string>>(() => Promise.resolve('ran'))
  const act = action({ permission: 'read', schema }, run)
  for (const headers of [...FOREIGN, own]) {
    sent = new Headers(headers)
    expect(await act({})).toMatchObject({ ok: false })
  }
  expect(run).not.toHaveBeenCalled()
  sent = new Headers({ ...own, origin: 'http://localhost:3000' })
  expect(await act({})).toEqual({ ok: true, value: 'ran' })
})

test('data is read for our own pages, or for no browser, also when no gate stands before it', async () => {
  const { get } = await import('./route')
  const run = vi.fn<() => Promise<string>>(() => Promise.resolve('read'))
  const read = get({ schema }, run)
  const asked = (headers: Record<string, string>) =>
    read(new Request('http://localhost:3000/api/x', { headers }))
  for (const headers of FOREIGN) expect([403, 421]).toContain((await asked(headers)).status)
  expect((await asked({ ...own, referer: 'http://evil.example/' })).status).toBe(403)
  expect(run).not.toHaveBeenCalled()
  expect((await asked({ ...own, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  expect((await asked(own)).status).toBe(200)
})

test('data that the asker has already is read, and not sent again', async () => {
  const { get } = await import('./route')
  let value = ['one']
  const run = vi.fn<() => Promise<string[]>>(() => Promise.resolve(value))
  const read = get({ schema }, run)
  const asked = (headers: Record<string, string> = {}) =>
    read(new Request('http://localhost:3000/api/x', { headers: { ...own, ...headers } }))
  const first = await asked()
  expect(await first.json()).toEqual(['one'])
  expect(first.headers.get('content-type')).toBe('application/json')
  const known = { 'if-none-match': first.headers.get('etag') ?? '' }
  const same = await asked(known)
  expect([same.status, await same.text()]).toEqual([304, ''])
  value = ['two']
  const changed = await asked(known)
  expect([changed.status, await changed.json()]).toEqual([200, ['two']])
  expect(changed.headers.get('cache-control')).toBe('no-store')
  expect(run).toHaveBeenCalledTimes(3)
  expect((await asked({ ...known, host: 'evil.example' })).status).toBe(421)
})

test('what a page asks for that was made for another account than the chosen one is refused', async () => {
  const [{ action }, { get }] = await Promise.all([import('./action'), import('./route')])
  const run = vi.fn<(_: unknown, access: Access) => Promise<string>>((_, { profile }) =>
    Promise.resolve(profile),
  )
  // Nothing was chosen, so the first profile is: main.
  sent = new Headers({ ...own, origin: 'http://localhost:3000', 'x-account': 'partner' })
  const asked = () => new Request('http://localhost:3000/api/x', { headers: sent })
  const refused = { code: 'OtherAccount', outcome: 'refused' }
  expect(await action({ permission: 'cen.write', schema }, run)({})).toMatchObject(refused)
  const answer = await get({ schema }, run)(asked())
  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({ code: 'OtherAccount' })
  expect(run).not.toHaveBeenCalled()
  const back = action({ permission: 'preferences.write', schema }, run)
  expect(await back({})).toMatchObject({ ok: true })
  sent.set('x-account', 'main')
  expect(await action({ permission: 'cen.write', schema }, run)({})).toMatchObject({
    value: 'main',
  })
  expect((await get({ schema }, run)(asked())).status).toBe(200)
})

test('a wrong query is 400 and what is not there 404, each in one line', async () => {
  const { get } = await import('./route')
  const { InvalidInput, OperationError } = await import('@/lib/failure/errors')
  sent = new Headers(own)
  const answered = async (error: Error) => {
    const read = get({ schema }, () => Promise.reject(error))
    return (await read(new Request('http://localhost:3000/api/x', { headers: own }))).status
  }
  expect(await answered(new InvalidInput([]))).toBe(400)
  expect(await answered(new OperationError('OperationNotFound'))).toBe(404)
  expect(await answered(new OperationError('OperationUnderway'))).toBe(409)
  expect(await answered(new Error('?'))).toBe(500)
})
