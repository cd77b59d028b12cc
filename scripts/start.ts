import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { parseArgs } from 'node:util'

import { Client } from 'pg'

import type { Gate } from '@/gate/server'
import { routes } from '@/lib/navigation/routes'
import { type Environment, isLoopback, parseEnvironment } from '@/lib/process/environment'
import { allowedHosts } from '@/lib/request/gate'
import { GATE_SECRET_HEADER } from '@/lib/request/security-headers'
import { BUILD_FOLDER, isBuildStale, markBuilt } from '@/scripts/build'
import { Children } from '@/scripts/children'
import { openGate } from '@/scripts/gate'
import { freePorts } from '@/scripts/ports'
import { type Postgres, startPostgres } from '@/scripts/postgres'
import { Printed } from '@/scripts/printed'
import { hideFiles, hideFolder } from '@/scripts/private'

const NEXT = 'node_modules/next/dist/bin/next'
const PARENT_EVERY_MS = 500
/** Milliseconds for requests under way when the console is stopped. */
const GRACE_MS = 2000
const WAITING_SHOWN_AFTER_MS = 30_000

// The emulator's state holds pre-shared keys, the build the key of the actions: others on this machine read neither.
process.umask(0o077)

const { values: flags } = parseArgs({ options: { dev: { type: 'boolean', default: false } } })
const environment = readEnvironment()
const { HOST, PORT, EMULATOR_PORT, ALLOWED_HOSTS, DATA_DIR, LOG_LEVEL, TLS_CERT } = environment
const isPublic = !isLoopback(HOST)
const hosts = allowedHosts(PORT, ALLOWED_HOSTS, isPublic)
const own = `${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`
const url = `${TLS_CERT ? 'https' : 'http'}://${isPublic ? hosts[0] : own}`
const emulated = environment.CLOUD === 'emulator'

let database: Promise<Postgres> | undefined
let gate: Gate | undefined
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
  await refuseTakenPort(HOST, PORT, 'PORT')
  if (emulated) await refuseTakenPort('127.0.0.1', EMULATOR_PORT, 'EMULATOR_PORT')
  hideFiles(DATA_DIR)
  const { url: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL } = environment.DATABASE_URL
    ? { url: environment.DATABASE_URL, ownerUrl: environment.DATABASE_OWNER_URL }
    : await ownDatabase()
  const childEnv = {
    ...process.env,
    PORT: String(PORT),
    DATABASE_URL,
    // For the migration alone.
    DATABASE_OWNER_URL: undefined,
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const ofEmulator = new Printed('emulator', { level: LOG_LEVEL, isOpen: flags.dev })
  if (emulated) children.keep('emulator', ['scripts/emulator.js'], childEnv, ofEmulator)
  await children.run(
    'migration',
    ['--import', 'tsx', 'scripts/migrate.ts'],
    {
      ...childEnv,
      DATABASE_OWNER_URL,
    },
    new Printed('migration', { level: LOG_LEVEL }),
  )
  const setupToken = await tokenForNobody(DATABASE_URL)
  hideFolder(BUILD_FOLDER)
  if (!flags.dev && isBuildStale()) {
    await children.run('build', [NEXT, 'build'], childEnv)
    markBuilt()
  }
  // Not before it is needed: a database and a build take long enough for another program to take the port.
  const [inner = 0] = await freePorts(1)
  const next = { port: inner, secret: randomBytes(32).toString('base64url') }
  const listening = ['-H', '127.0.0.1', '-p', String(next.port)]
  // Longer than the gate keeps a connection, so that none is used just as it is closed.
  const command = flags.dev ? ['dev'] : ['start', '--keepAliveTimeout', '75000']
  const printed = new Printed('console', { level: LOG_LEVEL, isOpen: flags.dev })
  const consoleEnv = {
    ...childEnv,
    ALLOWED_HOSTS: hosts.join(),
    GATE_SECRET: next.secret,
    ...(setupToken && { SETUP_TOKEN: setupToken }),
  }
  children.keep('console', [NEXT, ...command, ...listening], consoleEnv, printed)
  const health = `http://127.0.0.1:${next.port}/api/health`
  const asking = { [GATE_SECRET_HEADER]: next.secret }
  await untilHealth(health, asking, (parts) => parts !== undefined)
  // Nothing of anybody has come in yet: what is printed until here is about the start alone.
  printed.serves()
  ofEmulator.serves()
  if (ending) return
  gate = await openGate(environment, hosts, next, flags.dev)
  await untilHealth(health, asking, (parts) => parts?.['status'] === 'ok')
  if (ending) return
  console.log(`\nCEN VPN Console is ready: ${url}\n`)
  if (setupToken)
    console.log(
      `Nobody can sign in yet. Open this link once, on this machine:\n${url}${routes.setUp(setupToken)}\n`,
    )
}

/** What the setup link of this start holds; none where people need not sign in or somebody can. */
async function tokenForNobody(database: string): Promise<string | undefined> {
  if (environment.AUTH !== 'local') return undefined
  const client = new Client({ connectionString: database })
  await client.connect()
  const { rowCount } = await client.query('select 1 from person limit 1')
  await client.end()
  if (rowCount) return undefined
  if (isPublic)
    throw new Error(
      'Nobody can sign in yet. Start once with HOST=127.0.0.1 and open the setup link there, then with the other HOST.',
    )
  return randomBytes(32).toString('base64url')
}

async function ownDatabase(): Promise<Postgres> {
  database = startPostgres(DATA_DIR)
  return await database
}

/** The database goes last, so that nobody loses it while finishing; one that is about to start is awaited. */
async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  await gate?.close(GRACE_MS)
  await children.stop()
  await (await database?.catch(() => undefined))?.stop()
  process.exit(code)
}

/** npm may be killed without passing anything on. Started by hand, this process may outlive its shell. */
function endWithNpm(): void {
  if (!process.env['npm_lifecycle_event']) return
  const parent = process.ppid
  const check = () => void (process.ppid === parent || end(0))
  setInterval(check, PARENT_EVERY_MS).unref()
}

type Health = Record<string, unknown> | undefined

/** Waits until the health is as wanted. No limit: a slow machine is not a broken one, and a child that dies ends the wait. */
async function untilHealth(
  health: string,
  headers: Record<string, string>,
  isWanted: (parts: Health) => boolean,
): Promise<void> {
  let silentUntil = Date.now() + WAITING_SHOWN_AFTER_MS
  while (!ending) {
    const parts = await readHealth(health, headers)
    if (isWanted(parts)) return
    if (Date.now() > silentUntil) {
      console.log(`Still waiting for ${health}: ${parts ? JSON.stringify(parts) : 'no answer'}`)
      silentUntil = Infinity
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function readHealth(address: string, headers: Record<string, string>): Promise<Health> {
  try {
    const response = await fetch(address, { headers, signal: AbortSignal.timeout(10_000) })
    return (await response.json()) as Record<string, unknown>
  } catch {
    return undefined
  }
}

function readEnvironment(): Environment {
  try {
    return parseEnvironment(process.env)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

async function refuseTakenPort(address: string, wanted: number, variable: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () =>
      reject(new Error(`Port ${wanted} is taken. Set ${variable} to another one.`)),
    )
    probe.listen({ host: address, port: wanted, exclusive: true }, () =>
      probe.close(() => resolve()),
    )
  })
}
