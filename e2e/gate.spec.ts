import { readFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request as send } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync } from 'node:zlib'

import { expect } from '@playwright/test'

import { CONSOLE_PORT } from '@/e2e/fixtures/ports'
import { test } from '@/e2e/fixtures/watched'
import { routes } from '@/lib/navigation/routes'
import { BUILD_FOLDER } from '@/scripts/build'

const PORT = CONSOLE_PORT

interface Reply {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Sends exactly these headers, `Host` among them, which a browser would not let us choose. */
const ask = (method: string, path: string, headers: Record<string, string>, body: string = '') =>
  new Promise<Reply>((resolve, reject) => {
    const options = { host: '127.0.0.1', port: PORT, method, path, headers }
    const outgoing = send(options, (incoming) => {
      const { statusCode: status = 0, headers: sent } = incoming
      text(incoming.setEncoding('latin1')).then(
        (read) => resolve({ status, headers: sent, body: read }),
        reject,
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })

/** Sends bytes as they are, from an address of its own; gives what came until the connection ended. */
async function sendRaw(bytes: string, from: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port: Number(PORT), localAddress: from })
  socket.write(bytes)
  return await text(socket)
}

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

test('refuses data to other sites and to what contradicts itself, on GET too', async () => {
  const paths = ['/api/cen', '/api/regions', '/api/operations?limit=1']
  const foreign: Record<string, string>[] = [
    ...Object.values(FOREIGN_ORIGINS).filter((headers) => Object.keys(headers).length > 0),
    { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    { 'sec-fetch-site': 'same-origin', origin: 'null' },
    { 'sec-fetch-site': 'same-origin', origin: `https://${OURS}` },
    { referer: 'http://evil.example/' },
  ]
  for (const path of paths)
    for (const headers of foreign)
      expect((await ask('GET', path, { host: OURS, ...headers })).status).toBe(403)
  const own = { host: OURS, 'sec-fetch-site': 'same-origin', origin: `http://${OURS}` }
  expect((await ask('GET', '/api/cen', own)).status).toBe(200)
  expect((await ask('GET', '/api/cen', { host: OURS })).status).toBe(200)
})

test('takes no origin of another scheme, and its own name in capitals', async () => {
  const action = { host: OURS, 'next-action': 'a'.repeat(42), origin: `https://${OURS}` }
  expect((await ask('POST', routes.instances(), action)).status).toBe(403)
  const shouted = await ask('GET', routes.instances(), { host: `LOCALHOST:${PORT}` })
  expect(shouted.status).toBe(200)
})

const MALFORMED: Record<string, number> = {
  '//': 404,
  '//evil.example': 404,
  '/cen/': 404,
  '/cen%2f': 404,
  '/cen/..': 404,
  '/%': 400,
  '/%zz': 400,
  '/cen?words=%00': 400,
  '/api/audit?words=%': 400,
}

test('gives a malformed address one plain answer with all guards', async () => {
  for (const [path, status] of Object.entries(MALFORMED)) {
    const reply = await ask('GET', path, { host: OURS, accept: 'text/html' })
    expect([path, reply.status]).toEqual([path, status])
    expect(reply.body.split('\n')).toHaveLength(2)
    expect(reply.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
  }
})

test('an unknown address costs a line, and shows a person the console around it', async ({
  page,
}) => {
  for (const path of ['/nowhere', '/api/nowhere', '/_next/image?url=x', '/.env', '/cen.rsc'])
    expect((await ask('GET', path, { host: OURS })).body.length).toBeLessThan(100)
  expect((await page.goto('/nowhere'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Console' })).toBeVisible()
})

test('ends what is no request of ours, and refuses what is too large', async () => {
  const head = `Host: ${OURS}\r\nOrigin: http://${OURS}\r\n`
  const cases: [number, string][] = [
    [400, `GET /cen HTTP/1.1\r\n${head}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`],
    [400, `CONNECT evil.example:443 HTTP/1.1\r\n${head}\r\n`],
    [405, `TRACE /cen HTTP/1.1\r\n${head}\r\n`],
    [421, `GET /cen HTTP/1.1\r\n${head}${head}\r\n`],
    [421, 'GET /cen HTTP/1.1\r\n\r\n'],
    [421, `GET http://${OURS}/cen HTTP/1.1\r\n${head}\r\n`],
    [431, `GET /cen HTTP/1.1\r\n${head}x: ${'x'.repeat(20_000)}\r\n\r\n`],
    [413, `POST /cen HTTP/1.1\r\n${head}Content-Length: 70000\r\n\r\n`],
    [400, `POST /cen HTTP/1.1\r\n${head}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`],
  ]
  for (const [status, bytes] of cases)
    expect(await sendRaw(bytes, '127.0.0.8')).toContain(`HTTP/1.1 ${status} `)
})

test('a client that asks for too much hears so, and others are served', async ({ page }) => {
  const bytes = `GET /%zz HTTP/1.1\r\nHost: ${OURS}\r\nConnection: close\r\n\r\n`
  const said: string[] = []
  for (let round = 0; round < 5; round++)
    said.push(
      ...(await Promise.all(Array.from({ length: 200 }, () => sendRaw(bytes, '127.0.0.7')))),
    )
  expect(said.some((answer) => answer.includes('HTTP/1.1 429 '))).toBe(true)
  expect(said.every((answer) => !answer.includes('429') || /retry-after: \d/.test(answer))).toBe(
    true,
  )
  expect((await page.goto(routes.instances()))?.status()).toBe(200)
})

test('serves the files of the build compressed, for good, and without asking Next', async ({
  page,
}) => {
  await page.goto(routes.instances())
  const path = await page.locator('script[src*="/_next/static/"]').first().getAttribute('src')
  const headers = { host: OURS, 'accept-encoding': 'gzip, br' }
  const file = await ask('GET', path ?? '', headers)
  expect(file.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  const plain = await ask('GET', path ?? '', { host: OURS })
  expect(brotliDecompressSync(Buffer.from(file.body, 'latin1')).toString('latin1')).toBe(plain.body)
  const etag = file.headers.etag ?? ''
  expect((await ask('GET', path ?? '', { ...headers, 'if-none-match': etag })).status).toBe(304)
})

test('Next itself answers nobody but the gate', async ({ request }) => {
  const log = readFileSync('test-results/server.log', 'utf8')
  const [, port = ''] = /Local: +http:\/\/127\.0\.0\.1:(\d+)/.exec(log) ?? []
  expect(port).not.toBe(PORT)
  for (const path of PATHS)
    for (const secret of ['', 'x', 'x'.repeat(43)]) {
      const headers = { host: OURS, ...(secret && { 'x-gate-secret': secret }) }
      const answer = await request.get(`http://127.0.0.1:${port}${path}`, { headers })
      expect([answer.status(), await answer.text()]).toEqual([
        403,
        'This port is for the gate of the console only.',
      ])
    }
})

test('what a malformed request holds never reaches the log, whoever prints it', async () => {
  const mark = 'Mark4711kept-out'
  const action = { host: OURS, origin: `http://${OURS}`, 'next-action': `7f${'0'.repeat(40)}` }
  const text = { 'content-type': 'text/plain;charset=UTF-8' }
  const parts = { 'content-type': 'multipart/form-data; boundary=x' }
  const known = /"([0-9a-f]{42})"/.exec(
    readFileSync(`${BUILD_FOLDER}/server/server-reference-manifest.json`, 'utf8'),
  )
  const steer = '\u001b[2J\u001b]0;title\u0007'
  for (const id of [action['next-action'], known?.[1] ?? ''])
    for (const [headers, body] of [
      [text, `["${mark}`],
      [text, `${steer}${mark}\r\n{"level":50}`],
      [text, `["$F${mark}"]`],
      [text, `["$D${mark}",{"a":"$Q${mark}"}]`],
      [text, ''],
      [parts, `--x\r\n${mark}`],
      [parts, `--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["${mark}\r\n--x--\r\n`],
      [{ 'content-type': mark }, mark],
    ] as const) {
      const { status } = await ask(
        'POST',
        routes.instances(),
        { ...action, 'next-action': id, ...headers },
        body,
      )
      expect(status).toBeLessThan(500)
    }
  for (const path of [`/api/audit?words=${mark}%00`, `/api/audit?from=${mark}`, `/${mark}`])
    expect((await ask('GET', path, { host: OURS })).status).toBeLessThan(500)
  // What comes after shows that the log has been written until here.
  await ask('POST', routes.instances(), { ...action, ...text }, '[]')
  const all = readFileSync('test-results/server.log', 'utf8')
  // Before its first line a build may have printed, for whoever waits for it.
  const log = all.slice(
    all.indexOf('\n{', all.lastIndexOf('\n', all.indexOf('"by":"console"')) - 1),
  )
  expect(all).not.toContain(mark)
  expect(log).not.toMatch(/[^\P{Cc}\n\t]/u)
  const strange = log
    .split('\n')
    .filter((line) => !/^(\{.*\}|Still waiting for .*|CEN VPN Console is ready: .*|)$/.test(line))
  expect(strange).toEqual([])
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
