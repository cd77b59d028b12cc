import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { attachPlan } from '@/lib/attachments/test/plans'
import { play } from '@/proofs/play'
import '@/lib/attachments/operation'

const { emulator, wire } = await vi.hoisted(async () => {
  const { pointAt, startEmulator } = await import('@/lib/db/test/rig')
  const { freePorts } = await import('@/scripts/ports')
  const emulator = await startEmulator(1)
  // What reads the environment is loaded after this: the console speaks to the wire, never past it.
  process.env['CLOUD_TIMEOUT'] = '1'
  const [port = 0] = await freePorts(1)
  const wire = pointAt({ port })
  return { emulator, wire }
})

/** What the wire does to one request, told by its number. */
type Harm = (client: Socket, upstream: Socket, chunk: Buffer) => void

const harms: Record<string, { request?: Harm; answer?: Harm }> = {
  'is reset before it arrives': {
    request: (client, upstream) => {
      client.resetAndDestroy()
      upstream.destroy()
    },
  },
  'is cut in half on its way': {
    request: (client, upstream, chunk) => {
      upstream.write(chunk.subarray(0, chunk.length / 2))
      client.destroy()
      upstream.destroy()
    },
  },
  'stalls before it arrives': { request: () => undefined },
  'gets an answer that stalls': { answer: () => undefined },
  'loses its answer': { answer: (client) => client.resetAndDestroy() },
  'gets half an answer': {
    answer: (client, _upstream, chunk) => client.end(chunk.subarray(0, chunk.length - 20)),
  },
  'gets garbage': { answer: (client) => client.end('\u0000\u0007 no HTTP at all') },
  'gets its answer in single bytes': {
    answer: (client, _upstream, chunk) => {
      client.setNoDelay()
      for (const byte of chunk) client.write(Buffer.of(byte))
    },
  },
}

let requests = 0
let harmed = -1
let harm: { request?: Harm; answer?: Harm } = {}

const proxy = createServer((client) => {
  const upstream = connect(emulator.port, '127.0.0.1')
  let number = -1
  for (const socket of [client, upstream]) socket.on('error', () => undefined)
  client.on('data', (chunk) => {
    if (chunk.subarray(0, 5).toString() === 'POST ') number = requests++
    if (number === harmed && harm.request) harm.request(client, upstream, chunk)
    else upstream.write(chunk)
  })
  upstream.on('data', (chunk) => {
    if (number === harmed && harm.answer) harm.answer(client, upstream, chunk)
    else client.write(chunk)
  })
  client.on('close', () => upstream.destroy())
  upstream.on('close', () => client.end())
}).listen(wire.port, '127.0.0.1')
await once(proxy, 'listening')

beforeEach(() => emulator.reset())
afterAll(async () => {
  proxy.close()
  await emulator.stop()
})

/** Plays an attach whose request of this number, counted from its first, comes to harm. */
async function attach(number: number): Promise<number> {
  harmed = -1
  const plan = await attachPlan()
  requests = 0
  harmed = number
  const played = await play(emulator, plan.kind, plan.given)
  expect(played.state).toBe('done')
  expect(played.questions).toEqual([])
  const effects = (await emulator.calls()).filter(({ effect }) => effect)
  expect(effects.map(({ action }) => action)).toEqual([
    'CreateVpnAttachment',
    'CreateTransitRouterVpnAttachment',
    'AssociateTransitRouterAttachmentWithRouteTable',
    'EnableTransitRouterRouteTablePropagation',
  ])
  return requests
}

describe.each(Object.keys(harms))('each call of an attach %s', (name) => {
  test('and the attach ends with one effect per call', async () => {
    harm = harms[name]!
    const total = await attach(-1)
    for (let number = 0; number < total; number++) {
      await emulator.reset()
      await attach(number)
    }
    expect(total).toBeGreaterThan(8)
  })
})
