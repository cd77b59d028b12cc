import { once } from 'node:events'
import { readdirSync } from 'node:fs'

import { afterEach, expect, test } from 'vitest'

import { GATE_SECRET_HEADER } from '@/lib/request/security-headers'

import { LIMITS } from './limits'
import { dial, lines, openStub, receive, SECRET, send, type Stub } from './test/stub'

let stub: Stub
afterEach(() => stub.close())

const own = () => [`Host: ${stub.host}`, `Origin: http://${stub.host}`, 'Next-Action: 1']
const post = (...headers: string[]) => lines('POST /cen', ...own(), ...headers)

test('seven hundred upgrades are closed at once and leave no descriptor', async () => {
  stub = await openStub({ limits: { connections: 1000 } })
  const open = () => readdirSync('/proc/self/fd').length
  const before = open()
  const answers = await Promise.all(
    Array.from({ length: 700 }, async (_, at) => {
      const socket = dial(stub.port, `127.0.0.${2 + (at % 50)}`)
      socket.write(lines('GET /nowhere', ...own(), 'Upgrade: websocket', 'Connection: Upgrade'))
      const { status, closed } = await receive(socket)
      socket.destroy()
      return `${status} ${closed}`
    }),
  )
  expect(new Set(answers)).toEqual(new Set(['400 true']))
  await expect.poll(open).toBeLessThanOrEqual(before + 2)
  expect(stub.arrived).toEqual([])
})

test('TRACE, CONNECT and odd methods end their connection', async () => {
  stub = await openStub()
  for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PURGE'])
    expect(await send(stub.port, lines(`${method} /cen`, ...own()))).toMatchObject({
      status: 405,
      closed: true,
    })
  const asked = [lines('CONNECT a:1', ...own()), lines('BREW /cen', ...own())]
  for (const bytes of asked)
    expect(await send(stub.port, bytes)).toMatchObject({ status: 400, closed: true })
  expect(stub.arrived).toEqual([])
})

test('headers have a size and a number', async () => {
  stub = await openStub()
  const large = `x: ${'x'.repeat(LIMITS.headerBytes)}`
  const many = Array.from({ length: 100 }, (_, at) => `x-${at}: 1`)
  for (const headers of [[large], many])
    expect(await send(stub.port, lines('GET /cen', ...own(), ...headers))).toMatchObject({
      status: 431,
      closed: true,
    })
  const long = await send(stub.port, lines(`GET /${'x'.repeat(LIMITS.headerBytes)}`, ...own()))
  expect(long).toMatchObject({ status: 431, closed: true })
  const fits = [`x: ${'x'.repeat(8000)}`, ...many.slice(0, 90)]
  expect((await send(stub.port, lines('GET /cen', ...own(), ...fits))).status).toBe(200)
})

test('a body has a size, announced or not, also one that never ends', async () => {
  stub = await openStub()
  const size = LIMITS.body + 1
  const asked = [
    post(`Content-Length: ${size}`),
    post('Transfer-Encoding: chunked') + `${size.toString(16)}\r\n${'x'.repeat(size)}`,
  ]
  for (const bytes of asked) {
    const { status, closed, milliseconds } = await send(stub.port, bytes)
    expect({ status, closed }).toEqual({ status: 413, closed: true })
    expect(milliseconds).toBeLessThan(5000)
  }
  const socket = dial(stub.port)
  socket.write(post('Transfer-Encoding: chunked'))
  const feed = () => {
    while (socket.writable && socket.write('400\r\n' + 'x'.repeat(1024) + '\r\n'));
  }
  socket.on('drain', feed)
  feed()
  expect(await receive(socket)).toMatchObject({ status: 413, closed: true })
  expect(stub.arrived).toEqual([])
})

test('exports and imports may be larger', async () => {
  stub = await openStub()
  const body = 'x'.repeat(LIMITS.body + 1)
  const sent = lines('POST /audit', ...own(), `Content-Length: ${body.length}`) + body
  expect((await send(stub.port, sent)).status).toBe(200)
})

test('a body that contradicts itself or is none is malformed', async () => {
  stub = await openStub()
  const asked = [
    post('Content-Length: 5', 'Transfer-Encoding: chunked') + '0\r\n\r\n',
    post('Content-Length: 5', 'Content-Length: 6') + 'hello!',
    post('Content-Length: -1'),
    post('Content-Length: 1e3'),
    post('Transfer-Encoding: gzip') + 'x',
    post('Transfer-Encoding: chunked, identity') + 'x',
    post('Transfer-Encoding: chunked') + 'zz\r\n',
    lines('GET /cen', ...own(), 'Content-Length: 3') + 'GET',
  ]
  for (const bytes of asked)
    expect(await send(stub.port, bytes)).toMatchObject({ status: 400, closed: true })
  expect(stub.arrived).toEqual([])
})

test('headers and body have a deadline', async () => {
  stub = await openStub({ limits: { receive: 400 } })
  const slow = [
    'GET /cen HTTP/1.1\r\nHost:',
    post('Content-Length: 10') + 'abc',
    post('Transfer-Encoding: chunked') + '3\r\nabc\r\n',
  ]
  const answers = await Promise.all(slow.map((bytes) => send(stub.port, bytes)))
  for (const { status, closed, milliseconds } of answers) {
    expect({ status, closed }).toEqual({ status: 408, closed: true })
    expect(milliseconds).toBeLessThan(5000)
  }
  expect(stub.arrived).toEqual([])
})

test('a connection that was opened ahead and asks nothing is closed without a word', async () => {
  stub = await openStub({ limits: { receive: 200 } })
  const socket = dial(stub.port)
  socket.resume()
  const said: unknown[] = []
  socket.on('data', (chunk) => said.push(chunk))
  await once(socket, 'close')
  expect(said).toEqual([])
})

test('one address holds no more connections than it may', async () => {
  stub = await openStub({ limits: { connections: 10 } })
  const sockets = Array.from({ length: 30 }, () => dial(stub.port).resume())
  let closed = 0
  for (const socket of sockets) socket.on('close', () => (closed += 1))
  await expect.poll(() => closed).toBe(20)
  expect((await send(stub.port, lines('GET /cen', ...own()), '127.0.0.2')).status).toBe(200)
  for (const socket of sockets) socket.destroy()
  await expect
    .poll(async () => (await send(stub.port, lines('GET /cen', ...own()))).status)
    .toBe(200)
})

test('who sends many requests ahead of the first answer is cut off', async () => {
  stub = await openStub({}, () => undefined)
  const ahead = lines('GET /cen', ...own()).repeat(LIMITS.ahead + 1)
  expect(await send(stub.port, ahead)).toMatchObject({ status: 0, closed: true })
})

test('only under development a page of ours has its socket for hot reload', async () => {
  const upgrade = ['Upgrade: websocket', 'Connection: Upgrade']
  const reload = (...headers: string[]) => lines('GET /_next/hmr?id=1', ...headers, ...upgrade)
  stub = await openStub()
  expect((await send(stub.port, reload(...own()))).status).toBe(400)
  await stub.close()
  stub = await openStub({ development: true })
  const host = `Host: ${stub.host}`
  const others = [
    reload(host, 'Origin: http://evil.example'),
    reload('Host: evil.example'),
    lines('GET /cen', ...own(), ...upgrade),
  ]
  for (const bytes of others) expect((await send(stub.port, bytes)).status).toBe(400)
  expect(stub.arrived).toEqual([])
  const hot = await send(stub.port, reload(...own(), 'Sec-Fetch-Site: same-origin'))
  expect(hot).toMatchObject({ status: 101, body: 'hot' })
  expect(stub.arrived).toMatchObject([{ headers: { [GATE_SECRET_HEADER]: SECRET } }])
})
