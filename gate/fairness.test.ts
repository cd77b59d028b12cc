import { setTimeout as pause } from 'node:timers/promises'

import { afterEach, expect, test, vi } from 'vitest'

import { dial, lines, openStub, receive, send, type Stub } from './test/stub'

const GREEDY = '127.0.0.2'
const PERSON = '127.0.0.3'

let stub: Stub
afterEach(() => stub.close())

// Counted, not timed: Next answers when the test says so, so a busy machine changes nothing.
test('another client reaches Next at once past whatever a greedy one has waiting, time after time', async () => {
  const held: { from: string; answer: () => void }[] = []
  stub = await openStub({}, (request, response) => {
    const from = String(request.headers['x-forwarded-for'])
    held.push({ from, answer: () => void response.end('yes') })
  })
  const at = (from: string) => held.filter((each) => each.from === from)
  const release = (from: string) => {
    const index = held.findIndex((each) => each.from === from)
    held.splice(index, 1)[0]?.answer()
  }
  const page = lines('GET /cen', `Host: ${stub.host}`)
  // Of another client from the beginning, or nobody would be disturbed by greed.
  const first = send(stub.port, page, PERSON)
  await vi.waitUntil(() => at(PERSON).length === 1)
  release(PERSON)
  expect((await first).status).toBe(200)

  const greedy = Array.from({ length: 200 }, () => {
    const socket = dial(stub.port, GREEDY)
    socket.write(page)
    return receive(socket)
  })
  const bad = Array.from({ length: 100 }, () =>
    send(stub.port, lines('GET /%zz', `Host: ${stub.host}`), GREEDY),
  )
  await Promise.all(bad)
  await vi.waitUntil(() => at(GREEDY).length > 0)
  let most = 0
  for (let round = 0; round < 30; round += 1) {
    const asked = send(stub.port, page, PERSON)
    // Nothing of the greedy one is answered until the other one is there.
    await vi.waitUntil(() => at(PERSON).length === 1)
    most = Math.max(most, at(GREEDY).length)
    release(PERSON)
    expect((await asked).status).toBe(200)
    if (at(GREEDY).length > 0) release(GREEDY)
    await pause(1)
  }
  // Twelve from before the other one came, when it was alone.
  expect(most).toBeLessThanOrEqual(12)
  const answers: number[] = []
  for (const each of greedy) void each.then(({ status }) => answers.push(status))
  await vi.waitUntil(() => {
    while (at(GREEDY).length > 0) release(GREEDY)
    return answers.length === greedy.length
  })
  // What is more than it may was refused, never the other one's.
  expect(answers.filter((status) => status === 429).length).toBeGreaterThan(100)
  expect(answers.every((status) => [200, 429].includes(status))).toBe(true)
})
