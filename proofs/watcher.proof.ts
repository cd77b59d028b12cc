import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'

import { Client } from 'pg'
import { afterAll, afterEach, expect, test, vi } from 'vitest'

import { startPostgres } from '@/scripts/postgres'

const REGION = 'eu-west-1'

const { emulator, database } = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(1)
})
const { listIpsecConnections } = await import('@/lib/ipsec-connections/cloud')

const watchers = new Set<ChildProcess>()

/** A process that watches one region, looking every second. */
async function watcher(): Promise<ChildProcess> {
  const child = fork('proofs/watcher-process.ts', {
    execArgv: ['--import', 'tsx', '--conditions=react-server', '--no-deprecation'],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      WATCH_REGIONS: REGION,
      WATCH_INTERVAL: '1',
      WATCH_CALLS: '1000',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', openSync(join(database.dataDir, 'watchers.log'), 'a'), 'inherit', 'ipc'],
  })
  watchers.add(child)
  child.once('exit', () => watchers.delete(child))
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  expect(said).toBe('ready')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

afterEach(() => Promise.all([...watchers].map(kill)))
afterAll(() => Promise.all([emulator.stop(), database.stop()]))

async function asked<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows as Row[]
  } finally {
    await client.end()
  }
}

const changes = async () =>
  (
    await asked<{ what: string; from: string; to: string; vpn_connection_id: string }>(
      'select * from history_change order by id',
    )
  ).map(({ vpn_connection_id: id, what, from, to }) => `${id} ${what} ${from} ${to}`)

const readAt = async () =>
  (await asked<{ read_at: Date | null }>('select read_at from watched_region'))[0]?.read_at ?? null

/** Waits until the region was read after a moment of the database. */
async function looked(after: Date | null = null): Promise<void> {
  await vi.waitUntil(
    async () => {
      const at = await readAt().catch(() => null)
      return at && at > (after ?? new Date(0))
    },
    { timeout: 120_000, interval: 100 },
  )
}

const reset = async () => {
  await emulator.reset()
  for (const table of ['watched_region', 'observation', 'history_change'])
    await asked(`delete from ${table}`)
}

/** The devices of a connection go away, and the cloud notices. */
async function lose(name: string): Promise<string> {
  const all = await listIpsecConnections({ profile: 'main' }, { regionId: REGION })
  const { tunnels, vpnConnectionId } = all.find((each) => each.name === name)!
  for (const { customerGatewayId } of tunnels)
    await emulator.device(customerGatewayId, { answers: false })
  await emulator.advance(400_000)
  return vpnConnectionId
}

const LOST = ['tunnel:1 up down', 'bgp:1 up down', 'tunnel:2 up down', 'bgp:2 up down']
/** Whether nobody watched for a while depends on how fast this machine starts processes. */
const lossesOf = async (id: string) =>
  (await changes())
    .filter((change) => change.startsWith(id) && !change.includes(' unseen '))
    .toSorted()
const onceOf = (id: string) => LOST.map((change) => `${id} ${change}`).toSorted()

test('a watcher that is killed between its look and its writing has written nothing, and the next one writes each change once', async () => {
  await reset()
  const first = await watcher()
  await looked()
  // Holds the watcher where it has read the cloud and written nothing.
  const holder = new Client({ connectionString: database.ownerUrl })
  await holder.connect()
  await holder.query('select pg_advisory_lock(hashtext($1))', [`watch main ${REGION}`])
  const id = await lose('cambridge-dc')
  await vi.waitUntil(
    async () =>
      (await asked(`select 1 from pg_locks where locktype = 'advisory' and not granted`)).length >
      0,
    { timeout: 60_000, interval: 50 },
  )
  await kill(first)
  await holder.end()
  expect((await changes()).filter((change) => change.startsWith(id))).toEqual([])
  const before = await readAt()
  await watcher()
  await looked(before)
  expect(await lossesOf(id)).toEqual(onceOf(id))
})

test('watchers that are killed one after the other write each change once', async () => {
  await reset()
  const child = await watcher()
  await looked()
  const id = await lose('cambridge-dc')
  await kill(child)
  for (const life of [300, 600, 900, 1200, 2400]) {
    const next = await watcher()
    await pass(life)
    await kill(next)
  }
  const before = await readAt()
  await watcher()
  await looked(before)
  expect(await lossesOf(id)).toEqual(onceOf(id))
})

test('two watchers at once take each look once and write each change once', async () => {
  await reset()
  await Promise.all([watcher(), watcher(), watcher()])
  await looked()
  const id = await lose('cambridge-dc')
  await looked(await readAt())
  await looked(await readAt())
  expect(await lossesOf(id)).toEqual(onceOf(id))
  const before = (await emulator.calls()).length
  const begun = Date.now()
  await pass(10_000)
  const looks = (await emulator.calls())
    .slice(before)
    .filter(({ action }) => action === 'DescribeVpnConnections').length
  // One a second is due; each process asks every five seconds what is.
  expect(looks).toBeLessThanOrEqual(Math.ceil((Date.now() - begun) / 1000) + 1)
  expect(looks).toBeGreaterThan(0)
})

test('when the database was away for over a minute the watcher goes on by itself and says what it did not see', async () => {
  await reset()
  await watcher()
  await looked()
  await (await startPostgres(database.dataDir)).stop()
  const gone = new Date()
  const id = await lose('cambridge-dc')
  await pass(65_000)
  await startPostgres(database.dataDir)
  await looked(gone)
  const own = (await changes()).filter((change) => change.startsWith(id))
  const [gap = '', ...rest] = own
  expect(gap).toMatch(/ unseen /)
  expect(rest.toSorted()).toEqual(onceOf(id))
  const [, from = '', until = ''] = / unseen (\S+) (\S+)$/.exec(gap) ?? []
  expect(Date.parse(until) - Date.parse(from)).toBeGreaterThan(60_000)
})
