import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { migrateDatabase } from '@/lib/db/migrate'
import { databaseLeaks, expectNoLeaks, containsCanary, leakingFiles } from '@/lib/db/test/canary'
import { startPostgres } from '@/scripts/postgres'

/** A call as the emulator saw it. */
interface SeenCall {
  action: string
  clientToken: string
  requestId: string
  outcome: string
  /** Whether it changed anything. */
  effect: boolean
}

/** The emulator as a program of its own, on a free port, and the levers that tests pull. */
export async function startEmulator(timeScale: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'cen-vpn-emulator-'))
  const child = spawn(process.execPath, ['scripts/emulator.js'], {
    env: {
      ...process.env,
      EMULATOR_PORT: '0',
      EMULATOR_TIME_SCALE: String(timeScale),
      DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await portOf(child)
  const base = `http://127.0.0.1:${port}/_emulator`
  /** In the log stands what was called, not with what. */
  const checkLog = async () => {
    const log = await (await fetch(`${base}/calls`)).text()
    expectNoLeaks(containsCanary(log) ? ['the log of calls'] : [])
  }
  const post = async (path: string, body: unknown) => {
    const response = await fetch(`${base}${path}`, { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  }
  return {
    port,
    reset: async () => {
      await checkLog()
      await post('/reset', {})
    },
    fault: (fault: object) => post('/faults', fault),
    quotas: (quotas: Record<string, number>) => post('/quotas', quotas),
    /** Sets how the device of a customer gateway behaves. */
    device: (customerGatewayId: string, device: object) =>
      post(`/devices/${customerGatewayId}`, device),
    /** Adds connections to a customer gateway, as many as are wanted. */
    connections: (customerGatewayId: string, count: number) =>
      post(`/customer-gateways/${customerGatewayId}/connections`, { count }),
    mend: async () => void (await fetch(`${base}/faults`, { method: 'DELETE' })),
    advance: (milliseconds: number) => post('/clock', { seconds: milliseconds / 1000 }),
    calls: async () => {
      const response = await fetch(`${base}/calls`)
      return ((await response.json()) as { calls: SeenCall[] }).calls
    },
    stop: async () => {
      await checkLog()
      child.kill()
      await once(child, 'exit')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export type RunningEmulator = Awaited<ReturnType<typeof startEmulator>>

async function portOf(child: ChildProcess): Promise<number> {
  let output = ''
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk)
    const port = /127\.0\.0\.1:(\d+)/.exec(output)?.[1]
    if (port) return Number(port)
  }
  throw new Error(`The emulator did not start: ${output}`)
}

/** A database of its own with all tables, and its folder. When it stops, no key may stand in it or its logs. */
export async function startDatabase() {
  const dataDir = await mkdtemp(join(tmpdir(), 'cen-vpn-pg-'))
  const postgres = await startPostgres(dataDir, false)
  await migrateDatabase(postgres.ownerUrl, postgres.url)
  return {
    url: postgres.url,
    ownerUrl: postgres.ownerUrl,
    dataDir,
    stop: async () => {
      const leaks = [...(await databaseLeaks(postgres.ownerUrl)), ...leakingFiles(dataDir)]
      await postgres.stop()
      for (const folder of [dataDir, postgres.home])
        await rm(folder, { recursive: true, force: true })
      expectNoLeaks(leaks)
    },
  }
}

export type TestDatabase = Awaited<ReturnType<typeof startDatabase>>

/** Points this process at an emulator, and a database, before it loads what reads the environment. */
export function pointAt<Emulator extends { port: number }>(
  emulator: Emulator,
  database?: Pick<TestDatabase, 'url' | 'dataDir'>,
): Emulator {
  Object.assign(process.env, {
    EMULATOR_PORT: String(emulator.port),
    LOG_LEVEL: 'silent',
    ...(database && { DATABASE_URL: database.url, DATA_DIR: database.dataDir }),
  })
  return emulator
}

/** Both, for tests of the engine. */
export async function startBoth(timeScale: number) {
  const [emulator, database] = await Promise.all([startEmulator(timeScale), startDatabase()])
  return { emulator: pointAt(emulator, database), database }
}
