import { createServer } from 'node:net'

import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import { afterAll, expect, test, vi } from 'vitest'

import { withDatabase } from '@/lib/db/available'
import { db, engineDb } from '@/lib/db/pool'
import { CloudError, Failure, InvalidInput } from '@/lib/failure/errors'
import { freePorts } from '@/scripts/ports'

const database = await vi.hoisted(async () => {
  const { pointAt, startDatabase } = await import('@/lib/db/test/rig')
  const started = await startDatabase()
  pointAt({ port: 1 }, started)
  return started
})
afterAll(async () => {
  await Promise.all([db().$client.end(), engineDb().$client.end()])
  await database.stop()
})

const raised = (code: string) =>
  sql.raw(`do $$ begin raise 'a text of the library' using errcode = '${code}'; end $$`)
/** Through the pool as pages use it; whatever was thrown. */
const thrownBy = (run: () => Promise<unknown>): Promise<unknown> =>
  withDatabase(run).then(
    () => 'nothing',
    (error: unknown) => error,
  )

/** Its code, when it is a failure of ours. */
async function codeOf(run: () => Promise<unknown>) {
  const thrown = await thrownBy(run)
  return thrown instanceof Failure ? { code: thrown.code } : { thrown }
}

test.each([
  '08006',
  '28P01',
  '3D000',
  '40P01',
  '53300',
  '55P03',
  '57014',
  '57P03',
  '58030',
  'XX000',
])('what PostgreSQL says of itself with %s is that the database is away', async (code) => {
  expect(await thrownBy(() => db().execute(raised(code)))).toMatchObject({
    name: 'DatabaseError',
    code: 'DatabaseUnavailable',
  })
})

test.each(['25006', '53100'])('with %s it takes no writes', async (code) => {
  expect(await thrownBy(() => db().execute(raised(code)))).toMatchObject({
    code: 'DatabaseReadOnly',
  })
})

test('a fault of the console is thrown on as what it is, in a transaction too', async () => {
  const none: { id?: { length: number } } = {}
  const faults: (() => Promise<unknown>)[] = [
    async () => none.id!.length,
    () => db().transaction(async () => none.id!.length),
    async () => JSON.parse('{'),
    async () => BigInt('x'),
    async () => new URL('x'),
    () => Promise.reject(new Error('Connection pooling is unknown')),
    () => Promise.reject('a text'),
  ]
  for (const fault of faults) {
    const thrown = await fault().catch((error: unknown) => error)
    expect(await thrownBy(fault)).toEqual(thrown)
  }
  for (const statement of [
    'selec 1',
    'select * from nothing',
    'select nothing from audit',
    'update audit set actor = null',
    "insert into operation (operation_id) values ('x')",
  ])
    expect(await thrownBy(() => db().execute(statement))).toMatchObject({
      name: 'Error',
      cause: { code: expect.stringMatching(/^(42|23)/) },
    })
})

test('what our own classes say, and a value that no column holds, keep their meaning', async () => {
  const cloud = new CloudError({ code: '53100', outcome: 'refused', message: '' })
  expect(await thrownBy(() => Promise.reject(cloud))).toBe(cloud)
  const input = new InvalidInput([])
  expect(await thrownBy(() => Promise.reject(input))).toBe(input)
  for (const value of [sql`select ${'\0'}::text`, sql`select ${'0000-01-01'}::timestamptz`])
    expect(await thrownBy(() => db().execute(value))).toBeInstanceOf(InvalidInput)
})

test('a statement that takes too long is ended, and pages that wait for a connection are told in time', async () => {
  const unavailable = { code: 'DatabaseUnavailable' }
  const began = performance.now()
  const slow = Array.from({ length: 25 }, () =>
    thrownBy(() => db().execute(sql`select pg_sleep(60)`)),
  )
  const engine = performance.now()
  await engineDb().execute(sql`select 1`)
  const engineTook = performance.now() - engine
  expect(await Promise.all(slow)).toEqual(slow.map(() => expect.objectContaining(unavailable)))
  const took = performance.now() - began
  expect(took).toBeGreaterThan(4000)
  // Five seconds of a statement and five of a wait, with room for a busy machine: not sixty.
  expect(took).toBeLessThan(30_000)
  // The engine has connections of its own.
  expect(engineTook).toBeLessThan(took / 2)
})

test('nobody who listens, a server that hangs up and one that says nothing are a database that is away', async () => {
  const [free = 0] = await freePorts(1)
  const hangsUp = createServer((socket) => void socket.destroy())
  const mute = createServer(() => undefined)
  const portOf = (server: typeof mute) =>
    new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    )
  for (const address of [
    `127.0.0.1:${free}`,
    `127.0.0.1:${await portOf(hangsUp)}`,
    `127.0.0.1:${await portOf(mute)}`,
    'localhost/?host=%2Fnowhere',
    'nowhere.invalid',
  ]) {
    const pool = new Pool({
      connectionString: `postgresql://console@${address}`,
      connectionTimeoutMillis: 500,
    })
    const away = drizzle(pool)
    for (const run of [
      () => away.execute(sql`select 1`),
      () => away.transaction((tx) => tx.execute(sql`select 1`)),
    ])
      expect({ address, ...(await codeOf(run)) }).toEqual({ address, code: 'DatabaseUnavailable' })
    await pool.end()
  }
  hangsUp.close()
  mute.close()
})
