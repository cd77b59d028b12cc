import { once } from 'node:events'
import { Agent, request as ask } from 'node:http'

import { afterEach, expect, test } from 'vitest'

import { GATE_SECRET_HEADER } from '@/lib/request/security-headers'

import { dial, lines, openStub, send, SECRET, type Stub } from './test/stub'

let stub: Stub
afterEach(() => stub.close())

const own = () => [`Host: ${stub.host}`, `Origin: http://${stub.host}`, 'Next-Action: 1']

test('a request goes on with the secret and in one spelling, and nothing internal survives from outside', async () => {
  stub = await openStub()
  const host = `LOCALHOST:${stub.port}`
  const forged = [
    'x-gate-secret',
    'X-Forwarded-Host',
    'x-forwarded-for',
    'X-Middleware-Subrequest',
    'next-resume',
    'x-action-forwarded',
    'content-security-policy',
  ]
  await send(
    stub.port,
    lines('GET /cen?a=1', `Host: ${host}`, 'RSC: 1', ...forged.map((name) => `${name}: evil`)),
  )
  const [arrived] = stub.arrived
  expect(arrived).toMatchObject({
    method: 'GET',
    url: '/cen?a=1',
    headers: {
      host: host.toLowerCase(),
      rsc: '1',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      [GATE_SECRET_HEADER]: SECRET,
    },
  })
  expect(JSON.stringify(arrived)).not.toContain('evil')
})

test('the answer carries every guard, the same policy as Next was told, and no secret', async () => {
  stub = await openStub({}, (_, response) => {
    response.setHeader('cache-control', 'public, max-age=60')
    response.setHeader('x-frame-options', 'ALLOWALL')
    response.setHeader('set-cookie', ['a=1', 'b=2'])
    response.statusCode = 500
    response.end('broken')
  })
  const { status, headers, body } = await send(stub.port, lines('GET /cen', ...own()))
  expect({ status, body: body.includes('broken') }).toEqual({ status: 500, body: true })
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'content-security-policy': stub.arrived[0]?.headers['content-security-policy'],
  })
  expect(headers).not.toHaveProperty('strict-transport-security')
  expect(JSON.stringify(headers)).not.toContain(SECRET)
})

test('what the gate answers itself carries every guard too', async () => {
  stub = await openStub({ isKnown: () => false })
  const asked = [
    lines('GET /', 'Host: evil.example'),
    lines('GET //', ...own()),
    lines('GET /nowhere', ...own()),
    lines('PUT /', ...own()),
    lines('GET /', ...own(), 'Upgrade: websocket', 'Connection: Upgrade'),
    lines('CONNECT evil.example:443', ...own()),
    lines('GET /', ...own(), `x: ${'x'.repeat(20_000)}`),
    lines('POST /', ...own(), 'Content-Length: 1', 'Transfer-Encoding: chunked'),
    lines('GET /', ...own(), 'Expect: miracles'),
    'nonsense\r\n\r\n',
  ]
  const statuses: number[] = []
  const policies = new Set<string | undefined>()
  for (const bytes of asked) {
    const { status, headers } = await send(stub.port, bytes)
    statuses.push(status)
    policies.add(headers['content-security-policy'])
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
  }
  expect(statuses).toEqual([421, 404, 404, 405, 400, 400, 431, 400, 417, 400])
  expect(policies.size).toBe(asked.length)
  expect(stub.arrived).toEqual([])
})

test('bodies, HEAD and 304 pass', async () => {
  stub = await openStub({}, (request, response) => {
    if (request.headers['if-none-match'] === '"1"') response.statusCode = 304
    response.setHeader('etag', '"1"')
    response.end(request.method)
  })
  const body = 'x'.repeat(64 * 1024)
  const posted = lines('POST /cen', ...own(), `Content-Length: ${body.length}`)
  expect((await send(stub.port, posted + body)).status).toBe(200)
  expect(stub.arrived[0]).toMatchObject({ method: 'POST', body })

  const chunked = lines('POST /cen', ...own(), 'Transfer-Encoding: chunked')
  await send(stub.port, `${chunked}3\r\nabc\r\n0\r\n\r\n`)
  expect(stub.arrived[1]).toMatchObject({ body: 'abc', headers: { 'content-length': '3' } })

  const head = await send(stub.port, lines('HEAD /cen', ...own(), 'Connection: close'))
  expect(head).toMatchObject({ status: 200, body: '', headers: { etag: '"1"' } })
  const known = lines('GET /cen', ...own(), 'If-None-Match: "1"', 'Connection: close')
  expect(await send(stub.port, known)).toMatchObject({ status: 304, body: '' })
})

test('an answer streams: its beginning arrives before its end exists', async () => {
  let finish = () => {}
  stub = await openStub({}, (_, response) => {
    response.write('first')
    finish = () => void response.end('last')
  })
  const socket = dial(stub.port)
  socket.write(lines('GET /cen', ...own()))
  const [beginning] = (await once(socket, 'data')) as [Buffer]
  expect(beginning.toString()).toContain('first')
  finish()
  let rest = ''
  for await (const chunk of socket) if ((rest += String(chunk)).includes('last')) break
  expect(rest).toContain('last')
})

test('who leaves ends the request at Next, also in the middle of an answer', async () => {
  const ended: Promise<unknown>[] = []
  const begun: (() => void)[] = []
  stub = await openStub({}, (request, response) => {
    if (request.url === '/half') response.write('half')
    ended.push(once(response, 'close').then(() => response.writableFinished))
    begun.shift()?.()
  })
  for (const path of ['/none', '/half']) {
    const socket = dial(stub.port)
    const begins = new Promise<void>((resolve) => begun.push(resolve))
    socket.write(lines(`GET ${path}`, ...own()))
    await begins
    socket.destroy()
  }
  expect(await Promise.all(ended)).toEqual([false, false])
})

test('an answer that breaks off at Next breaks off for the browser, and Next being away is a 503', async () => {
  stub = await openStub({}, (_, response) => {
    response.writeHead(200, { 'content-length': '10' })
    response.write('half', () => response.destroy())
  })
  const cut = await send(stub.port, lines('GET /cen', ...own()))
  expect(cut).toMatchObject({ status: 200, body: 'half', closed: true })
  await stub.close()
  stub = await openStub({ next: { port: 1, secret: SECRET } })
  expect((await send(stub.port, lines('GET /cen', ...own()))).status).toBe(503)
})

test('connections are kept on both sides', async () => {
  const used = new Set<number | undefined>()
  stub = await openStub({}, (request, response) => {
    used.add(request.socket.remotePort)
    response.end()
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let round = 0; round < 5; round++) {
    const outgoing = ask({ agent, host: '127.0.0.1', port: stub.port, path: '/cen' }).end()
    const [incoming] = (await once(outgoing, 'response')) as [NodeJS.ReadableStream]
    expect(outgoing.reusedSocket).toBe(round > 0)
    incoming.resume()
    await once(incoming, 'end')
  }
  expect(used.size).toBe(1)
  agent.destroy()
})

test('two requests sent at once are answered in their order', async () => {
  stub = await openStub({}, (request, response) => void response.end(request.url))
  const socket = dial(stub.port)
  socket.write(lines('GET /first', ...own()) + lines('GET /second', ...own(), 'Connection: close'))
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  expect(text.match(/\/(?:first|second)/g)).toEqual(['/first', '/second'])
})

test('a body that Next could not read is the sender’s fault, an action that answers is not touched', async () => {
  stub = await openStub({}, (request, response) => {
    response.statusCode = 500
    if (request.url !== '/page') response.setHeader('content-type', 'text/x-component')
    response.end()
  })
  const posted = (path: string) => send(stub.port, lines(`POST ${path}`, ...own()))
  expect((await posted('/cen')).status).toBe(400)
  expect((await posted('/page')).status).toBe(500)
  const read = lines('GET /cen', `Host: ${stub.host}`, 'RSC: 1')
  expect((await send(stub.port, read)).status).toBe(500)
})
