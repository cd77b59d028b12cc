import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Report } from '@/scripts/bench/report'
import { serveBareNode } from '@/scripts/bench/servers'
import { clientOf, gatewayPage } from '@/scripts/bench/vpc'
import { freePorts } from '@/scripts/ports'

const ROUNDS = 7
/** Calls timed together. */
const CALLS = 150
const FEW = 50
const MANY = 10_000

/** What a call of the emulator costs beside one of a stub, through Alibaba's SDK; its lists; its start. */
export async function measureEmulator(_: unknown, report: Report): Promise<void> {
  const starts: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const emulator = await start()
    starts.push(emulator.milliseconds)
    await emulator.stop()
  }
  const [few, many] = [await start(), await start()]
  await few.steer(FEW)
  await many.steer(MANY)
  const body = await few.page()
  const stub = await serveBareNode(JSON.stringify(body))
  const ofStub = clientOf(Number(new URL(stub.url).port))
  const times: Record<'few' | 'many' | 'stub', number[]> = { few: [], many: [], stub: [] }
  for (let round = -1; round < ROUNDS; round += 1) {
    const each = {
      few: await timeOf(few.page),
      stub: await timeOf(() => gatewayPage(ofStub)),
      many: await timeOf(many.page),
    }
    if (round < 0) continue
    for (const name of ['few', 'many', 'stub'] as const) times[name].push(each[name])
  }
  await Promise.all([few.stop(), many.stop(), stub.stop()])
  const rate = (all: number[]) => all.map((milliseconds) => 1000 / milliseconds)
  report.add(
    {
      goal: 'emulator',
      what: 'calls a second through the SDK / of a stub with the same answer',
      ours: rate(times.few),
      theirs: rate(times.stub),
      limit: 0.6,
      atLeast: true,
      unit: '',
    },
    {
      goal: 'emulator',
      what: 'a page of a list of 10,000 objects / of 50',
      ours: times.many,
      theirs: times.few,
      limit: 2,
      unit: 'ms',
    },
    {
      goal: 'emulator',
      what: 'start until it answers',
      ours: starts,
      limit: 1000,
      unit: 'ms',
    },
  )
}

interface Started {
  milliseconds: number
  /** Makes as many customer gateways. */
  steer: (gateways: number) => Promise<void>
  /** Reads a page of them. */
  page: () => Promise<unknown>
  stop: () => Promise<void>
}

async function start(): Promise<Started> {
  const [port = 0] = await freePorts(1)
  const folder = await mkdtemp(join(tmpdir(), 'bench-emulator-'))
  const began = performance.now()
  const child = spawn(process.execPath, ['scripts/emulator.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, EMULATOR_PORT: String(port), DATA_DIR: folder },
  })
  // It says so once it listens.
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('exit', reject)
  })
  const milliseconds = performance.now() - began
  child.stdout.resume()
  const client = clientOf(port)
  return {
    milliseconds,
    page: () => gatewayPage(client),
    steer: async (gateways) => {
      const { customerGateways } = await gatewayPage(client)
      const [first] = customerGateways?.customerGateway ?? []
      const answer = await fetch(
        `http://127.0.0.1:${port}/_emulator/customer-gateways/${first?.customerGatewayId}/connections`,
        { method: 'POST', body: JSON.stringify({ count: 1, gateways }) },
      )
      if (!answer.ok) throw new Error(await answer.text())
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Milliseconds of each of the calls, one after another. */
async function timeOf(call: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  for (let index = 0; index < CALLS; index += 1) await call()
  return (performance.now() - began) / CALLS
}
