import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request as ask } from 'node:https'
import { BlockList } from 'node:net'

import { afterEach, expect, test } from 'vitest'

import { lines, openStub, send, type Stub } from './test/stub'
import { TEST_TLS } from './test/tls'

let stub: Stub
afterEach(() => stub.close())

const proxies = new BlockList()
proxies.addAddress('127.0.0.9')

/** Asks over TLS; gives the status and the headers. */
async function overTls(headers: Record<string, string>, method: string = 'GET') {
  const outgoing = ask({
    host: '127.0.0.1',
    port: stub.port,
    servername: 'localhost',
    ca: TEST_TLS.cert,
    method,
    headers,
  })
  outgoing.end()
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
  incoming.resume()
  return { status: incoming.statusCode, headers: incoming.headers }
}

test('the gate speaks TLS itself: its own origin has the scheme https, and browsers are told to stay', async () => {
  stub = await openStub({ tls: TEST_TLS })
  const host = stub.host
  const good = await overTls({ host, origin: `https://${host}`, 'next-action': '1' }, 'POST')
  expect(good.status).toBe(200)
  expect(good.headers).toHaveProperty('strict-transport-security')
  expect(stub.arrived[0]?.headers['x-forwarded-proto']).toBe('https')
  expect(
    (await overTls({ host, origin: `http://${host}`, 'next-action': '1' }, 'POST')).status,
  ).toBe(403)
  const refused = await overTls({ host: 'evil.example' })
  expect(refused.status).toBe(421)
  expect(refused.headers).toHaveProperty('strict-transport-security')
})

test('plain HTTP to a port of TLS is cut off', async () => {
  stub = await openStub({ tls: TEST_TLS })
  expect(await send(stub.port, lines('GET /', `Host: ${stub.host}`))).toMatchObject({
    status: 0,
    closed: true,
  })
})

test('without TLS of its own nobody but the proxy is listened to, and its word counts', async () => {
  stub = await openStub({ onlyProxies: true, trustedProxies: proxies })
  const host = 'Host: console.example'
  const said = ['X-Forwarded-For: 192.0.2.7', 'X-Forwarded-Proto: https']
  expect((await send(stub.port, lines('GET /cen', host, ...said))).status).toBe(0)
  const posted = lines(
    'POST /cen',
    host,
    ...said,
    'Origin: https://console.example',
    'Next-Action: 1',
  )
  expect((await send(stub.port, posted, '127.0.0.9')).status).toBe(200)
  expect(stub.arrived).toMatchObject([
    { headers: { 'x-forwarded-for': '192.0.2.7', 'x-forwarded-proto': 'https' } },
  ])
})

test('people behind the proxy have budgets of their own, and one cannot spend in the name of another', async () => {
  // Nothing is refilled, however slow this machine sends.
  stub = await openStub({ trustedProxies: proxies, limits: { perSecond: 0.001 } })
  const as = (client: string, times: number, from: string) =>
    Array.from({ length: times }, () =>
      lines('GET /%zz', `Host: ${stub.host}`, `X-Forwarded-For: ${client}`),
    ).map((bytes) => send(stub.port, bytes, from))
  const statuses = async (sent: ReturnType<typeof as>) =>
    new Set((await Promise.all(sent)).map(({ status }) => status))
  expect(await statuses(as('192.0.2.7', 500, '127.0.0.9'))).toEqual(new Set([400, 429]))
  expect(await statuses(as('192.0.2.8', 1, '127.0.0.9'))).toEqual(new Set([400]))
  // Not from a proxy: what it says of others is not heard.
  expect(await statuses(as('192.0.2.7', 1, '127.0.0.5'))).toEqual(new Set([400]))
})

test('over its budget a client hears 429 and when to come again, others do not notice', async () => {
  stub = await openStub({ limits: { connections: 1000, perSecond: 0.001 } })
  const bad = Array.from({ length: 500 }, () =>
    send(stub.port, lines('GET /x%', `Host: ${stub.host}`), '127.0.0.2'),
  )
  const answers = await Promise.all(bad)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400, 429]))
  const refused = answers.find(({ status }) => status === 429)
  expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused?.headers).toHaveProperty('x-frame-options', 'DENY')
  const good = lines('GET /cen', `Host: ${stub.host}`)
  expect((await send(stub.port, good, '127.0.0.3')).status).toBe(200)
})
