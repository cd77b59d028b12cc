import { request as send } from 'node:http'

import { expect } from '@playwright/test'

import { CONSOLE_PORT } from '@/e2e/fixtures/ports'
import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'

const PORT = CONSOLE_PORT

interface Reply {
  status: number
  headers: Record<string, unknown>
}

/** Sends exactly these headers, `Host` among them, which a browser would not let us choose. */
const ask = (method: string, path: string, headers: Record<string, string>) =>
  new Promise<Reply>((resolve, reject) => {
    const outgoing = send({ host: '127.0.0.1', port: PORT, method, path, headers }, (incoming) => {
      incoming.resume()
      resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers })
    })
    outgoing.on('error', reject)
    outgoing.end()
  })

const OURS = `127.0.0.1:${PORT}`
const FOREIGN_HOSTS = [
  'evil.example',
  `evil.example:${PORT}`,
  `127.0.0.1.evil.example:${PORT}`,
  '127.0.0.1',
  `127.0.0.1.:${PORT}`,
]
const PATHS = [routes.instances(), '/api/health', '/nowhere', '/icon.svg']

for (const host of FOREIGN_HOSTS)
  test(`does not answer to the name ${host} on any path`, async () => {
    for (const path of PATHS) expect((await ask('GET', path, { host })).status).toBe(421)
  })

const FOREIGN_ORIGINS: Record<string, Record<string, string>> = {
  'no origin at all': {},
  'the origin null': { origin: 'null' },
  'a foreign origin': { origin: 'https://evil.example' },
  'another port': { origin: 'http://127.0.0.1:9' },
  'a garbage origin': { origin: '::' },
  'a cross-site fetch': { 'sec-fetch-site': 'cross-site', origin: `http://${OURS}` },
  'a same-site fetch': { 'sec-fetch-site': 'same-site', origin: `http://${OURS}` },
  'a forwarded host': { 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' },
}

for (const [what, headers] of Object.entries(FOREIGN_ORIGINS))
  test(`refuses a post with ${what} on any path`, async () => {
    for (const path of PATHS)
      expect(
        (await ask('POST', path, { host: OURS, 'next-action': 'a'.repeat(42), ...headers })).status,
      ).toBe(403)
  })

test('refuses other methods', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
    expect((await ask(method, routes.instances(), { host: OURS })).status).toBe(405)
})

test('sends a policy with a nonce of its own and the other guards with every page', async () => {
  const nonces = new Set<string>()
  for (const path of [...PATHS.slice(0, 3), routes.instances()]) {
    const { headers } = await ask('GET', path, {
      host: OURS,
      'content-security-policy': "script-src 'nonce-evil'",
    })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('evil')
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': expect.stringContaining('no-store'),
    })
    expect(headers).not.toHaveProperty('x-powered-by')
  }
  expect(nonces.size).toBe(4)
})

test('says that it is healthy, with its database, its cloud and its operations', async ({
  request,
}) => {
  const health: unknown = await (await request.get('/api/health')).json()
  const some = { open: expect.any(Number), limit: expect.any(Number) }
  expect(health).toEqual({
    status: 'ok',
    database: 'up',
    cloud: 'up',
    operations: 'up',
    descriptors: { console: some, gate: some },
    pool: { inUse: expect.any(Number), max: 20, waiting: 0 },
  })
})
