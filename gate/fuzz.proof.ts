import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { lines, openStub, send, type Stub } from './test/stub'

let stub: Stub
beforeAll(async () => {
  stub = await openStub({ limits: { receive: 400 }, isKnown: (path) => path === '/cen' })
})
afterAll(() => stub.close())

const NASTY = [
  '\r\n',
  '\r',
  '\n',
  '\0',
  '\t',
  ' ',
  ':',
  '%',
  '%00',
  '%zz',
  '%2f',
  '//',
  '/../',
  '\\',
  '?',
  '#',
  '\u00ff',
  '-1',
  '1e9',
  'Host: evil.example\r\n',
  'Transfer-Encoding: chunked\r\n',
  'Content-Length: 5\r\n',
  'Upgrade: x\r\nConnection: Upgrade\r\n',
  'Expect: 100-continue\r\n',
  'Origin: null\r\n',
  'Next-Router-State-Tree: %5B%22\r\n',
  'HTTP/9.9',
  'x'.repeat(13_000),
  ' folded\r\n',
]

/** One change to a text: a piece taken out, doubled, or put in. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  put: fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 5 })),
  how: fc.constantFrom('out', 'double', 'in'),
})

const mutated = fc.tuple(fc.nat(4), fc.array(change, { minLength: 1, maxLength: 4 })).map(
  ([which, changes]) =>
    (good: string[]) =>
      changes.reduce(
        (text, { at, length, put, how }) => {
          const start = Math.floor(at * text.length)
          const piece = text.slice(start, start + length)
          const middle = { out: '', double: piece + piece, in: put + piece }[how]
          return text.slice(0, start) + middle + text.slice(start + length)
        },
        good[which % good.length] ?? '',
      ),
)

test('whatever bytes arrive, no answer is a failure of ours, and what passes is what the rules allow', async () => {
  const own = [`Host: ${stub.host}`, `Origin: http://${stub.host}`, 'Next-Action: 1']
  const good = [
    lines('GET /cen?a=1', ...own, 'Sec-Fetch-Site: same-origin'),
    lines('HEAD /cen', ...own),
    `${lines('POST /cen', ...own, 'Content-Length: 5')}hello`,
    `${lines('POST /cen', ...own, 'Transfer-Encoding: chunked')}5\r\nhello\r\n0\r\n\r\n`,
    lines('GET /cen', ...own, 'RSC: 1', 'Next-Router-State-Tree: %5B%22%22%2C%7B%7D%5D'),
  ]
  let client = 0
  await fc.assert(
    fc.asyncProperty(fc.array(mutated, { minLength: 50, maxLength: 50 }), async (all) => {
      await Promise.all(
        all.map(async (mutate) => {
          client += 1
          const bytes = Buffer.from(mutate(good), 'latin1')
          // Each from an address of its own, so that the rules decide and no budget.
          const from = `127.1.${(client >> 8) & 255}.${client & 255}`
          const { status, headers } = await send(stub.port, bytes, from)
          expect(status).toBeLessThan(500)
          // Without a status the connection was closed.
          expect([status === 0 ? undefined : 'DENY']).toContain(headers['x-frame-options'])
        }),
      )
    }),
    { numRuns: 40 },
  )
  for (const { method, url, headers } of stub.arrived) {
    expect(['GET', 'HEAD', 'POST']).toContain(method)
    expect(url).toMatch(/^\/cen(\?|$)/)
    expect([stub.host, 'console.example']).toContain(headers.host)
  }
  expect((await send(stub.port, good[0] ?? '')).status).toBe(200)
})
