import { createServer } from 'node:net'
import { parseArgs } from 'node:util'

import { isBuildStale, markBuilt } from '@/scripts/build'
import { Children } from '@/scripts/children'
import { type Postgres, startPostgres } from '@/scripts/postgres'
import { hideFiles, hideFolder } from '@/scripts/private'

const NEXT = 'node_modules/next/dist/bin/next'
const PARENT_EVERY_MS = 500
const WAITING_SHOWN_AFTER_MS = 30_000

// The emulator's state holds pre-shared keys, `.next` the key of the actions: others on this machine read neither.
process.umask(0o077)

const { values: flags } = parseArgs({ options: { dev: { type: 'boolean', default: false } } })
const { env } = process
const host = env['HOST'] || '127.0.0.1'
const port = env['PORT'] || '3000'
const emulatorPort = env['EMULATOR_PORT'] || '4010'
const emulated = (env['CLOUD'] || 'emulator') === 'emulator'
const shownHost = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
const url = `http://${shownHost}:${port}`
const dataDir = env['DATA_DIR'] || '.data'

let database: Promise<Postgres> | undefined
let ending = false
const children = new Children((code) => void end(code))

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
endWithNpm()

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
  hideFiles(dataDir)
  const databaseUrl = env['DATABASE_URL'] || (await ownDatabase())
  const childEnv = { ...env, PORT: port, DATABASE_URL: databaseUrl, NEXT_TELEMETRY_DISABLED: '1' }
  if (emulated) children.keep('emulator', ['--import', 'tsx', 'emulator/main.ts'], childEnv)
  await children.run('migration', ['--import', 'tsx', 'scripts/migrate.ts'], childEnv)
  hideFolder('.next')
  if (!flags.dev && isBuildStale()) {
    await children.run('build', [NEXT, 'build'], childEnv)
    markBuilt()
  }
  children.keep('console', [NEXT, flags.dev ? 'dev' : 'start', '-H', host, '-p', port], childEnv)
  await allUp(`${url}/api/health`)
  if (!ending) console.log(`\nCEN VPN Console is ready: ${url}\n`)
}

async function ownDatabase(): Promise<string> {
  database = startPostgres(dataDir)
  return (await database).url
}

/** The database goes last, so that nobody loses it while finishing; one that is about to start is awaited. */
async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  await children.stop()
  await (await database?.catch(() => undefined))?.stop()
  process.exit(code)
}

/** npm may be killed without passing anything on. Started by hand, this process may outlive its shell. */
function endWithNpm(): void {
  if (!env['npm_lifecycle_event']) return
  const parent = process.ppid
  const watch = () => void (process.ppid === parent || end(0))
  setInterval(watch, PARENT_EVERY_MS).unref()
}

/** Waits until the health says that all is up. No limit: a slow machine is not a broken one, and a child that dies ends the wait. */
async function allUp(health: string): Promise<void> {
  let silentUntil = Date.now() + WAITING_SHOWN_AFTER_MS
  while (!ending) {
    const parts = await readHealth(health)
    if (parts?.['status'] === 'ok') return
    if (Date.now() > silentUntil) {
      console.log(`Still waiting for ${health}: ${parts ? JSON.stringify(parts) : 'no answer'}`)
      silentUntil = Infinity
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function readHealth(address: string): Promise<Record<string, string> | undefined> {
  try {
    return (await (await fetch(address, { signal: AbortSignal.timeout(10_000) })).json()) as Record<
      string,
      string
    >
  } catch {
    return undefined
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
