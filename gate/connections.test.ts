import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect as connectTls } from 'node:tls'

import { afterEach, expect, test } from 'vitest'

import { dial, lines, openStub, receive, send, type Stub } from './test/stub'
import { TEST_TLS } from './test/tls'

let stub: Stub
afterEach(() => stub.close())

const TOTAL = 24
const NEWCOMER = '127.0.0.99'
const own = () => [`Host: ${stub.host}`, `Origin: http://${stub.host}`, 'Next-Action: 1']
const page = () => lines('GET /cen', `Host: ${stub.host}`)
/** The end of a wait that has failed. */
const PATIENCE = { timeout: 240_000 }
const openDescriptors = () => readdirSync('/proc/self/fd').length

/** Opens `times` connections from six addresses, and sends the same on each. */
async function crowd(times: number, bytes: string = '') {
  const sockets = Array.from({ length: times }, (_, at) =>
    dial(stub.port, `127.0.0.${2 + (at % 6)}`),
  )
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  for (const socket of sockets) if (bytes) socket.write(bytes)
  return sockets
}

const CROWDS: Record<string, () => string> = {
  'say nothing': () => '',
  'begin a request and do not end it': () => 'GET /cen HTTP/1.1\r\nHost:',
  'begin a body and do not end it': () =>
    lines('POST /cen', ...own(), 'Content-Length: 10') + 'abc',
  'have asked once and say nothing more': page,
}

for (const [what, bytes] of Object.entries(CROWDS))
  test(`connections of six addresses that ${what} keep no other one out`, async () => {
    stub = await openStub({ limits: { total: TOTAL, connections: 1000 } })
    const before = openDescriptors()
    await crowd(100, bytes())
    // As a browser does it: several at once.
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => send(stub.port, page(), NEWCOMER)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    // Both ends of each are in this process.
    await expect.poll(openDescriptors, PATIENCE).toBeLessThanOrEqual(before + 3 * TOTAL)
  })

const ONCE: [string, boolean][] = [
  ['say nothing', false],
  ['do not read their answer', true],
]
for (const [what, asks] of ONCE)
  test(`many addresses with one connection each that ${what} keep no other one out`, async () => {
    const large = Buffer.alloc(16 * 1024 * 1024, 'x')
    stub = await openStub({ limits: { total: TOTAL } }, (_, response) => response.end(large))
    const sockets = Array.from({ length: TOTAL }, (_, at) => dial(stub.port, `127.0.1.${at + 1}`))
    for (const socket of sockets) if (asks) socket.write(page())
    await expect.poll(() => stub.arrived.length, PATIENCE).toBe(asks ? TOTAL : 0)
    const newcomer = dial(stub.port, NEWCOMER)
    newcomer.write(page())
    expect(String((await once(newcomer, 'data'))[0])).toContain('HTTP/1.1 200 ')
    for (const socket of [newcomer, ...sockets]) socket.destroy()
  })

const shake = (from: string) =>
  connectTls({ socket: dial(stub.port, from), servername: 'localhost', ca: TEST_TLS.cert }).on(
    'error',
    () => undefined,
  )

test('over TLS those that never shake hands, and those that did, give way as well', async () => {
  stub = await openStub({ tls: TEST_TLS, limits: { total: TOTAL, connections: 1000 } })
  await crowd(TOTAL)
  const shaken = Array.from({ length: TOTAL }, (_, at) => shake(`127.0.0.${2 + (at % 6)}`))
  for (const socket of shaken) socket.write(page())
  const newcomer = shake(NEWCOMER)
  newcomer.write(page())
  expect((await receive(newcomer)).status).toBe(200)
  for (const socket of [newcomer, ...shaken]) socket.destroy()
})

for (const [how, tls] of [
  ['plain', undefined],
  ['over TLS', TEST_TLS],
] as const)
  test(`a request that Next works on is not cut off for another client: ${how}`, async () => {
    const held: (() => void)[] = []
    stub = await openStub({ limits: { total: 8 }, ...(tls && { tls }) }, (_, response) => {
      held.push(() => void response.end('yes'))
    })
    const ask = (from: string) => {
      const socket = tls ? shake(from) : dial(stub.port, from)
      socket.write(lines('GET /api/cen', `Host: ${stub.host}`))
      return receive(socket).finally(() => socket.destroy())
    }
    const working = [2, 2, 2, 3, 3, 3, 4, 4].map((last) => ask(`127.0.0.${last}`))
    await expect.poll(() => held.length, PATIENCE).toBe(8)
    expect((await ask(NEWCOMER)).status).toBe(0)
    for (const answer of held) answer()
    expect((await Promise.all(working)).map(({ status }) => status)).toEqual(Array(8).fill(200))
  })

test('when there is no room a client does not push out one that holds fewer', async () => {
  stub = await openStub({ limits: { total: 8 } })
  const few = dial(stub.port, '127.0.0.50')
  few.write(page())
  await once(few, 'data')
  for (let at = 0; at < 40; at += 1) dial(stub.port, `127.0.0.${2 + (at % 2)}`)
  await send(stub.port, page(), NEWCOMER)
  few.write(page())
  expect((await receive(few)).status).toBe(200)
  few.destroy()
})
