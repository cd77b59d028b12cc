import { request } from 'node:http'
import { connect } from 'node:net'

import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { signV1 } from '../protocol/signature'
import { Calls } from '../steering/calls'
import { type Running, start } from './start'

// What a page in a browser, or whatever else runs on this machine, can do to the emulator.

let running: Running
beforeEach(async () => {
  running = await start()
})
afterEach(() => running.close())

/** The query of a call signed by version 1.0, which needs no header: what an <img> can send. */
function query(parameters: Record<string, string>): string {
  const all = {
    Version: '2017-09-12',
    AccessKeyId: 'emulator-main',
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: String(Math.random()),
    Timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
    ...parameters,
  }
  const method = 'GET'
  const { signature } = signV1(method, Object.entries(all), 'emulator-main-secret')
  return new URLSearchParams({ ...all, Signature: signature }).toString()
}

function send(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${running.url}${path}`, { method, headers }, (incoming) => {
      let text = ''
      incoming.on('data', (chunk) => (text += chunk))
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }))
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

const ofBrowsers = [
  ['an Origin', { origin: 'http://evil.example' }],
  ['the Origin null', { origin: 'null' }],
  [
    'fetch metadata of another site',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
  ],
  ['fetch metadata of the same site', { 'sec-fetch-site': 'same-origin' }],
  ['fetch metadata of an address typed in', { 'sec-fetch-site': 'none' }],
  ['a Referer', { referer: 'http://127.0.0.1:3000/cen' }],
] as const

test.each(ofBrowsers)('a request with %s does nothing, signed or not', async (_, headers) => {
  const image = `/?${query({ Action: 'CreateCen', Name: 'by-a-page' })}`
  expect((await send(image, { headers })).status).toBe(403)
  expect((await send('/', { method: 'POST', headers, body: 'Action=CreateCen' })).status).toBe(403)
  const reset = { method: 'POST', headers, body: '{"world":"sample"}' }
  expect((await send('/_emulator/reset', reset)).status).toBe(403)
  expect((await send('/_emulator/calls', { headers })).status).toBe(403)
  expect(running.emulator.state.cens.size).toBe(0)
  expect(running.calls()).toEqual([])
})

test('the same request without them is a client’s', async () => {
  expect((await send(`/?${query({ Action: 'CreateCen' })}`)).status).toBe(200)
  expect(running.emulator.state.cens.size).toBe(1)
})

test.each(['/', '/_emulator/faults'])('a body of over 1 MB to %s is answered 413', async (path) => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const most = Buffer.alloc(1_000_000, 'a')
  const fits = await send(path, { method: 'POST', headers: form, body: most })
  expect(fits.status).toBe(400)
  const big = Buffer.alloc(1_000_001, 'a')
  const refused = await send(path, { method: 'POST', headers: form, body: big })
  expect(refused.status).toBe(413)
})

test('a body without a length, and without an end, is answered 413 as soon as it is too large', async () => {
  const chunk = Buffer.alloc(64_000, 'a')
  const answer = await new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(running.port, '127.0.0.1', () => {
      socket.write(`POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ntransfer-encoding: chunked\r\n\r\n`)
      const more = () => {
        if (socket.destroyed || text) return
        socket.write(`${chunk.length.toString(16)}\r\n`)
        socket.write(chunk)
        socket.write('\r\n', more)
      }
      more()
    })
    socket.on('data', (data) => {
      text += String(data)
      resolve(text)
      socket.destroy()
    })
    socket.on('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
})

test('unsigned calls with many long names leave little behind', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const names = Array.from({ length: 2_000 }, (_, n) => `${'n'.repeat(450)}${n}=x`).join('&')
  for (let n = 0; n < 40; n += 1) {
    const body = `Action=DescribeCens&Version=2017-09-12&Unique${n}=1&${names}`
    expect((await send('/', { method: 'POST', headers: form, body })).status).toBe(400)
  }
  const [first] = running.calls()
  expect(first?.parameters).toHaveLength(200)
  expect(Math.max(...(first?.parameters ?? []).map((name) => name.length))).toBeLessThan(130)
  expect(JSON.stringify(running.calls()).length).toBeLessThan(40 * 100_000)
})

test('the call log is bounded in bytes, and forgets the oldest', () => {
  const calls = new Calls()
  const record = {
    time: '2026-01-01T00:00:00.000Z',
    account: 1,
    product: 'cbn' as const,
    action: 'a'.repeat(100_000),
    clientToken: 't'.repeat(100_000),
    requestId: '',
    parameters: Array.from({ length: 1_000 }, (_, n) => `${n}${'p'.repeat(1_000)}`),
    ignored: [],
    inUrl: [],
    outcome: 'ok',
    effect: false,
    faults: [],
    late: false,
  }
  for (let n = 0; n < 2_000; n += 1) calls.add(record)
  const kept = calls.list()
  expect(calls.bytes).toBeLessThanOrEqual(16_000_000)
  expect(JSON.stringify(kept).length).toBeLessThan(17_000_000)
  expect(kept.at(-1)?.seq).toBe(2_000)
  expect(kept[0]?.seq).toBeGreaterThan(1)
  expect(calls.list(1_999)).toHaveLength(1)
  calls.clear()
  expect(calls.bytes).toBe(0)
})

test('a name of very many parts is a name like any other', async () => {
  const deep = `${'a.'.repeat(5_000)}a`
  const answer = await send(`/?${query({ Action: 'DescribeCens', [deep]: 'x' })}`)
  expect(answer.status).toBe(200)
  const listed = `Tag.${'1.'.repeat(5_000)}1`
  expect((await send(`/?${query({ Action: 'CreateCen', [listed]: 'x' })}`)).status).toBe(200)
})

test('whatever parameters a signed call has, it is answered or refused', async () => {
  const names = fc.oneof(
    fc.constantFrom('Tag', 'Tag.1.Key', 'Tag.1', 'Filter.1.Value.1', 'DryRun', 'PageSize'),
    fc.string({ maxLength: 40 }),
    fc
      .array(fc.constantFrom('1', '2', 'Tag', 'Key', '', '__proto__'), { maxLength: 6 })
      .map((parts) => parts.join('.')),
  )
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.json())
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('DescribeCens', 'CreateCen', 'CreateTransitRouter', 'TagResources'),
      fc.dictionary(names, texts, { maxKeys: 6 }),
      async (Action, more) => {
        const { status } = await send(`/?${query({ ...more, Action })}`)
        expect(status).toBeLessThan(500)
      },
    ),
    { numRuns: 150 },
  )
})

const wrong: readonly [string, unknown][] = [
  ['clock', { seconds: 1e300 }],
  ['clock', { seconds: -1 }],
  ['clock', { seconds: '60' }],
  ['clock', { seconds: 1, more: 1 }],
  ['clock', []],
  ['clock', null],
  ['reset', { world: 'other' }],
  ['faults', { fault: 'delay', ms: 1e300 }],
  ['faults', { fault: 'late', after: 1e300 }],
  ['faults', { fault: 'slow', factor: 1e300 }],
  ['faults', { fault: 'throttle', retryAfterMs: 1e300 }],
  ['faults', { fault: 'denied', count: 1e300 }],
  ['faults', { fault: 'denied', actions: Array.from({ length: 500 }, () => 'x') }],
  ['faults', { fault: 'hide', ids: ['x'.repeat(10_000)] }],
  ['quotas', { vpnAttachmentsPerTransitRouter: 1e300 }],
  ['quotas', { unheard: 1 }],
  ['services', { account: 1, open: true }],
  ['regions', { region: 'eu-central-9', singleTunnel: false }],
  ['connections/vco-none', { tunnels: [{ index: 3 }] }],
  ['connections/vco-none', { tunnels: [{ index: 1, learned: [{ cidr: '10.0.0.1/8' }] }] }],
  [
    'connections/vco-none',
    { tunnels: [{ index: 1, learned: [{ cidr: '10.0.0.0/8', asPath: ['x'] }] }] },
  ],
  ['route-tables/vtb-none/routes', { count: 1e9 }],
]
test.each(wrong)('control input that %s does not take answers 400 (%#)', async (path, input) => {
  const body = JSON.stringify(input)
  const before = running.emulator.clock.now()
  expect((await send(`/_emulator/${path}`, { method: 'POST', body })).status).toBe(400)
  expect(running.emulator.clock.now()).toBe(before)
  expect((await send('/_emulator/health')).status).toBe(200)
})

test.each(['clock', 'reset', 'faults', 'quotas', 'connections/vco-none'])(
  'whatever JSON or text %s is sent, the emulator goes on',
  async (path) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string(), fc.double().map(String)), async (body) => {
        const { status } = await send(`/_emulator/${path}`, { method: 'POST', body })
        expect([200, 400, 404]).toContain(status)
      }),
      { numRuns: 40 },
    )
    expect((await send(`/?${query({ Action: 'DescribeCens' })}`)).status).toBe(200)
  },
)

test('the clock never passes the year 9990, however often it is moved', async () => {
  let status = 200
  for (let n = 0; n < 1_000 && status === 200; n += 1)
    status = (await send('/_emulator/clock', { method: 'POST', body: '{"seconds":315360000}' }))
      .status
  expect(status).toBe(400)
  const health: unknown = JSON.parse((await send('/_emulator/health')).text)
  expect(health).toMatchObject({ time: expect.stringMatching(/^99[78]\d-/) })
})

test.each(['after=x', 'after=-1', 'after=1e300', `action=${'a'.repeat(200)}`])(
  'a list of calls with a wrong number or name answers 400 (%#)',
  async (text) => {
    expect((await send(`/_emulator/calls?${text}`)).status).toBe(400)
  },
)

test.each(['PUT', 'TRACE', 'OPTIONS', 'PATCH'])('%s is no method of it', async (method) => {
  expect((await send('/', { method })).status).toBe(405)
})
