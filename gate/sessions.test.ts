import type { IncomingMessage, ServerResponse } from 'node:http'

import { afterEach, expect, test } from 'vitest'

import { GATE_SESSION_HEADER } from '@/lib/request/security-headers'

import { Budgets } from './budget'
import { Sessions } from './sessions'
import { lines, openStub, send, type Stub } from './test/stub'

let stub: Stub
afterEach(() => stub.close())

/** Next as it is where people sign in: it knows some cookies. */
const knowing = ({ headers }: IncomingMessage, response: ServerResponse) => {
  const [, session] = /session=(known-\w+)/.exec(headers.cookie ?? '') ?? []
  if (session) response.setHeader(GATE_SESSION_HEADER, session)
  response.end('yes')
}
const OFFICE = '127.0.0.20'
const asked = async (path: string, cookie?: string, from = OFFICE) => {
  const own = [`Host: ${stub.host}`, ...(cookie ? [`Cookie: ${cookie}`] : [])]
  return await send(stub.port, lines(`GET ${path}`, ...own), from)
}
/** Malformed requests, more than one may send. */
const flood = async (cookie?: string) => {
  const answers = await Promise.all(Array.from({ length: 150 }, () => asked('/x%', cookie)))
  return new Set(answers.map(({ status }) => status))
}
const open = async () => {
  // Nothing is refilled, however slow this machine sends.
  stub = await openStub({ limits: { connections: 1000, burst: 500, perSecond: 0.001 } }, knowing)
}

test('people who are signed in behind one address are counted apart', async () => {
  await open()
  for (const cookie of ['session=known-ada', 'session=known-bob'])
    expect((await asked('/cen', cookie)).status).toBe(200)
  expect(await flood('session=known-ada')).toEqual(new Set([400, 429]))
  expect((await asked('/cen', 'session=known-ada')).status).toBe(429)
  // Whatever else Ada sends with it: Next says again whose it is, in the budget of the address.
  expect((await asked('/cen', 'theme=dark; session=known-ada')).status).toBe(200)
  expect((await asked('/cen', 'theme=dark; session=known-ada')).status).toBe(429)
  expect((await asked('/cen', 'session=known-bob')).status).toBe(200)
  expect((await asked('/cen')).status).toBe(200)
})

test('a cookie that nobody vouched for, or from elsewhere, gives no budget of its own', async () => {
  await open()
  await asked('/cen', 'session=known-ada')
  let made = 0
  const answers = await Promise.all(
    Array.from({ length: 150 }, () => asked('/x%', `session=made-${(made += 1)}`)),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400, 429]))
  expect((await asked('/cen', 'session=made-up')).status).toBe(429)
  expect((await asked('/cen', 'session=known-ada')).status).toBe(200)
  expect(new Sessions().clientOf(OFFICE, 'session=known-ada')).toBe(OFFICE)
})

test('whose session it is goes no further than the gate, and nobody but Next says it', async () => {
  await open()
  const { headers } = await asked('/cen', 'session=known-ada')
  expect(headers).not.toHaveProperty(GATE_SESSION_HEADER)
  await send(
    stub.port,
    lines('GET /cen', `Host: ${stub.host}`, `${GATE_SESSION_HEADER}: known-bob`),
  )
  expect(stub.arrived.at(-1)?.headers).not.toHaveProperty(GATE_SESSION_HEADER)
})

test('many sessions of one network share ten times what one may, and what Next said is forgotten in time', () => {
  const budgets = new Budgets({ burst: 100, perSecond: 0.001 })
  const may = (key: string) => budgets.spendFor({ network: OFFICE, key }, 1) === undefined
  let taken = 0
  for (let session = 0; session < 50; session += 1)
    for (let time = 0; time < 100; time += 1) if (may(`session ${session}`)) taken += 1
  expect(taken).toBe(1000)
  const sessions = new Sessions()
  sessions.learn(OFFICE, 'a', 'one', 0)
  expect(sessions.clientOf(OFFICE, 'a', 299_000)).toBe('session one')
  expect(sessions.clientOf(OFFICE, 'a', 301_000)).toBe(OFFICE)
  expect(sessions.clientOf('127.0.0.21', 'a', 1)).toBe('127.0.0.21')
})
