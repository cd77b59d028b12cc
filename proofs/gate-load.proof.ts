import { mkdtemp, rm } from 'node:fs/promises'
import { get } from 'node:http'
import { BlockList } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { Gate } from '@/gate/server'
import { serveConsole } from '@/scripts/bench/servers'
import { freePorts } from '@/scripts/ports'

const ROUNDS = 5
const SECRET = 'secret'

/** Stands in for Next: one thread, some milliseconds of it for each request, and open to all so that it can be asked without the gate. */
const NEXT = `
const { parentPort } = require('node:worker_threads')
const server = require('node:http').createServer((_, response) => {
  const end = performance.now() + 4
  while (performance.now() < end);
  response.end('x'.repeat(4096))
}).listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
server.keepAliveTimeout = 75000`

/** Asks again and again, one request at a time, and tells each time how long it took. */
const PERSON = `
const { parentPort, workerData } = require('node:worker_threads')
const http = require('node:http')
const agent = new http.Agent({ keepAlive: true, maxSockets: 1, localAddress: '127.0.0.3' })
const ask = (port) => new Promise((done, fail) => {
  const began = performance.now()
  const headers = { host: workerData.host }
  http.get({ host: '127.0.0.1', port, path: '/cen', agent, headers }, (answer) => {
    answer.resume().on('end', () =>
      answer.statusCode === 200 ? done(performance.now() - began) : fail(new Error(String(answer.statusCode))))
  }).on('error', fail)
})
parentPort.on('message', async ({ ports, times }) => {
  const took = ports.map(() => [])
  for (let time = 0; time < times; time++) {
    for (const [at, port] of ports.entries()) took[at].push(await ask(port))
    await new Promise((rest) => setTimeout(rest, 5))
  }
  parentPort.postMessage(took)
})`

/** Two hundred requests at once all the time, and five hundred malformed ones a second. */
const GREEDY = `
const { parentPort, workerData: { port, host } } = require('node:worker_threads')
const http = require('node:http')
const net = require('node:net')
const from = { host: '127.0.0.1', port, localAddress: '127.0.0.2' }
const agent = new http.Agent({ keepAlive: true, maxSockets: 200, localAddress: '127.0.0.2' })
let goes = true
const ask = () => new Promise((done) => {
  http.get({ ...from, path: '/cen', agent, headers: { host } }, (answer) => answer.resume().on('close', done)).on('error', done)
})
const lane = async () => { while (goes) await ask() }
const lanes = Array.from({ length: 200 }, lane)
const bad = setInterval(() => {
  for (let each = 0; each < 5; each++) {
    const socket = net.connect(from).on('error', () => {}).resume()
    socket.end(each % 2 ? 'GET /% HTTP/1.1\\r\\n\\r\\n' : 'nonsense\\r\\n\\r\\n')
  }
}, 10)
parentPort.once('message', async () => {
  goes = false
  clearInterval(bad)
  await Promise.all(lanes)
  process.exit()
})`

const started: Worker[] = []
const start = (code: string, workerData?: unknown): Worker => {
  const worker = new Worker(code, { eval: true, workerData })
  worker.setMaxListeners(0)
  started.push(worker)
  return worker
}
const told = <Value>(worker: Worker) =>
  new Promise<Value>((resolve, reject) => worker.once('message', resolve).once('error', reject))

let gate: Gate
let next: number
let port: number
let person: Worker

beforeAll(async () => {
  next = await told<number>(start(NEXT))
  const hosts = ['console.example']
  gate = new Gate({ next: { port: next, secret: SECRET }, hosts, trustedProxies: new BlockList() })
  port = await gate.listen(0, '127.0.0.1')
  person = start(PERSON, { host: hosts[0] })
})
afterAll(async () => {
  await Promise.all(started.map((worker) => worker.terminate()))
  await gate.close()
})

/** Milliseconds of each request of the person, by port. */
async function measure(ports: number[], times: number, asking = person): Promise<number[][]> {
  const took = told<number[][]>(asking)
  asking.postMessage({ ports, times })
  return await took
}

const quantile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN
const median = (values: number[]) => quantile(values, 0.5)

test('the gate adds less than a third to a request that Next answers in a few milliseconds', async ({
  annotate,
}) => {
  await measure([port, next], 50)
  const [through = [], straight = []] = await measure([port, next], 500)
  const ratio = median(through) / median(straight)
  await annotate(`p50 through the gate / straight: ${ratio.toFixed(2)}`)
  expect(ratio).toBeLessThanOrEqual(1.3)
})

/** The p99 of a person beside a greedy client over the p99 alone, in each of several rounds. */
async function ratiosOf(at: number, host: string, asking: Worker): Promise<number[]> {
  const ratios: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const [alone = []] = await measure([at], 300, asking)
    const greedy = start(GREEDY, { port: at, host })
    const [beside = []] = await measure([at], 300, asking)
    greedy.postMessage('enough')
    await new Promise((resolve) => greedy.once('exit', resolve))
    ratios.push(quantile(beside, 0.99) / quantile(alone, 0.99))
  }
  return ratios
}

test('a greedy client leaves the p99 of another at most twice what it is alone', async ({
  annotate,
}) => {
  const before = process.memoryUsage.rss()
  const ratios = await ratiosOf(port, 'console.example', person)
  const grown = (process.memoryUsage.rss() - before) / 1024 ** 2
  await annotate(
    `p99 beside a greedy client / alone: ${ratios.map((each) => each.toFixed(2)).join(' ')}`,
  )
  await annotate(`memory of the gate after it: ${grown.toFixed(0)} MB more`)
  expect(median(ratios)).toBeLessThanOrEqual(2)
  expect(grown).toBeLessThan(100)
})

test('the same of the console itself, page by page', async ({ annotate }) => {
  const folder = await mkdtemp(join(tmpdir(), 'cen-vpn-load-'))
  const [own = 0, emulatorPort = 0] = await freePorts(2)
  const served = await serveConsole(folder, own, emulatorPort)
  const host = `127.0.0.1:${own}`
  const asking = start(PERSON, { host })
  // Its pages are compiled as they are asked for.
  await measure([own], 200, asking)
  const before = served.memory()
  const ratios = await ratiosOf(own, host, asking)
  const beside = served.memory()
  const missing = await Promise.all(
    Array.from({ length: 20 }, (_, at) => askMissing(own, `127.0.3.${at + 1}`, 200)),
  )
  const grown = [beside, served.memory()].map((bytes) => (bytes - before) / 1024 ** 2)
  await served.stop()
  await rm(folder, { recursive: true, force: true })
  const shown = ratios.map((each) => each.toFixed(2)).join(' ')
  await annotate(`p99 of a page of the console beside a greedy client / alone: ${shown}`)
  await annotate(
    `memory of the console: ${grown[0]?.toFixed(0)} MB more after it, ${grown[1]?.toFixed(0)} MB more after 4,000 pages that do not exist`,
  )
  expect(new Set(missing.flat())).toEqual(new Set([404]))
  expect(median(ratios)).toBeLessThanOrEqual(2)
  // What its pages leave behind is not collected at once: half of it was gone again after the second case.
  expect(Math.max(...grown)).toBeLessThan(600)
})

/** Asks as a person for pages that do not exist, one after the other; gives the statuses. */
async function askMissing(at: number, from: string, times: number): Promise<number[]> {
  const statuses: number[] = []
  for (let time = 0; time < times; time += 1)
    statuses.push(
      await new Promise((resolve, reject) => {
        const asked = { host: '127.0.0.1', port: at, path: `/nowhere-${time}`, localAddress: from }
        get({ ...asked, headers: { accept: 'text/html' } }, (answer) =>
          answer.resume().on('end', () => resolve(answer.statusCode ?? 0)),
        ).on('error', reject)
      }),
    )
  return statuses
}
