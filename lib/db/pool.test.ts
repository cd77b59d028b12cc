import { rm } from 'node:fs/promises'
import type { Server } from 'node:net'

import type { Pool } from 'pg'
import { afterAll, expect, test, vi } from 'vitest'

import { db, dbosPool, engineDb } from '@/lib/db/pool'

/** Welcomes a client, and is gone before the first question. */
const { folder, server } = await vi.hoisted(async () => {
  const { mkdtemp } = await import('node:fs/promises')
  const { tmpdir } = await import('node:os')
  const net = await import('node:net')
  const authenticated = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0])
  const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])
  const server: Server = net.createServer((client) => {
    client.once('data', () =>
      client.end(Buffer.concat([authenticated, ready]), () => client.destroy()),
    )
    client.on('error', () => undefined)
  })
  const folder = await mkdtemp(`${tmpdir()}/cen-vpn-pool-`)
  await new Promise<void>((listens) => server.listen(`${folder}/.s.PGSQL.5432`, listens))
  process.env['LOG_LEVEL'] = 'silent'
  process.env['DATABASE_URL'] =
    `postgresql://console@localhost/postgres?host=${encodeURIComponent(folder)}`
  return { folder, server }
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

const POOLS: [string, () => Pool][] = [
  ['of the pages', () => db().$client],
  ['of operations', () => engineDb().$client],
  ['of DBOS', dbosPool],
]

/** An error without a listener would end the process; here it fails the run of the tests. */
test.each(POOLS)(
  'connections %s that break as soon as they are made end nothing',
  async (_, pool) => {
    // As DBOS does.
    pool().on('connect', (client) => void client.query('select 1').catch(() => undefined))
    const asked = Array.from({ length: 50 }, async () => {
      const client = await pool().connect()
      await client.query('select 1').finally(() => client.release(true))
    })
    const answers = await Promise.allSettled(asked)
    expect(answers.map(({ status }) => status)).not.toContain('fulfilled')
  },
)
