import { createServer } from 'node:net'
import { parseArgs } from 'node:util'

import { isBuildStale, markBuilt } from '@/scripts/build'
import { Children } from '@/scripts/children'
import { startPostgres } from '@/scripts/postgres'

const NEXT = 'node_modules/next/dist/bin/next'
const READY_AFTER_MS = 120_000

const { values: flags } = parseArgs({ options: { dev: { type: 'boolean', default: false } } })
const { env } = process
const host = env['HOST'] || '127.0.0.1'
const port = env['PORT'] || '3000'
const emulatorPort = env['EMULATOR_PORT'] || '4010'
const emulated = (env['CLOUD'] || 'emulator') === 'emulator'
const shownHost = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
const url = `http://${shownHost}:${port}`

let stopDatabase = async () => {}
let ending = false
const children = new Children((code) => void end(code))

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))

try {
  await start()
} catch (error) {
  if (!ending) {
    console.error(error instanceof Error ? error.message : error)
    await end(1)
  }
}

async function start(): Promise<void> {
  await refuseTakenPort(host, port, 'PORT')
  if (emulated) await refuseTakenPort('127.0.0.1', emulatorPort, 'EMULATOR_PORT')
  const database = await databaseUrl()
  const childEnv = { ...env, PORT: port, DATABASE_URL: database, NEXT_TELEMETRY_DISABLED: '1' }
  if (emulated) children.keep('emulator', ['--import', 'tsx', 'emulator/main.ts'], childEnv)
  await children.run('migration', ['--import', 'tsx', 'scripts/migrate.ts'], childEnv)
  if (!flags.dev && isBuildStale()) {
    await children.run('build', [NEXT, 'build'], childEnv)
    markBuilt()
  }
  children.keep('console', [NEXT, flags.dev ? 'dev' : 'start', '-H', host, '-p', port], childEnv)
  await answers(`${url}/api/health`)
  console.log(`\nCEN VPN Console is ready: ${url}\n`)
}

async function databaseUrl(): Promise<string> {
  if (env['DATABASE_URL']) return env['DATABASE_URL']
  const postgres = await startPostgres(env['DATA_DIR'] || '.data')
  stopDatabase = postgres.stop
  return postgres.url
}

/** The database goes last, so that nobody loses it while finishing. */
async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  await children.stop()
  await stopDatabase()
  process.exit(code)
}

async function answers(address: string): Promise<void> {
  const deadline = Date.now() + READY_AFTER_MS
  while (!ending) {
    const response = await fetch(address).catch(() => undefined)
    if (response?.ok) return
    if (Date.now() > deadline) throw new Error(`${address} does not answer 200.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function refuseTakenPort(address: string, wanted: string, variable: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () =>
      reject(new Error(`Port ${wanted} is taken. Set ${variable} to another one.`)),
    )
    probe.listen({ host: address, port: Number(wanted), exclusive: true }, () =>
      probe.close(() => resolve()),
    )
  })
}
