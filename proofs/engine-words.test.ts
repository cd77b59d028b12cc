import { fork } from 'node:child_process'
import { once } from 'node:events'

import { Client } from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'

import { startDatabase } from '@/lib/db/test/rig'

/** A word as a key could be one. The rig's own canary would be found in the database, where this one is put. */
const WORD = 'Zq7word4kept2out'

/** The end of a wait that has failed. */
const PATIENCE = { timeout: 120_000 }

test('what the engine itself prints goes through our writer, without its words', async () => {
  const database = await startDatabase()
  onTestFinished(() => database.stop())
  const server = fork('proofs/server-process.ts', {
    execArgv: ['--import', 'tsx', '--conditions=react-server', '--no-deprecation'],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      DATA_DIR: database.dataDir,
      LOG_LEVEL: 'debug',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let printed = ''
  for (const stream of [server.stdout!, server.stderr!])
    stream.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk))
  await once(server, 'message')
  const owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  // Its queue finds what it cannot read, and says of it what stands there.
  for (const [id, inputs] of [
    ['unreadable', `{"psk": ${WORD}`],
    [`\u001b[2J${WORD}`, null],
  ] as const) {
    await owner.query(
      `insert into dbos.workflow_status (workflow_uuid, status, name, queue_name, application_version)
       values ($1, 'ENQUEUED', $2, '_dbos_internal_queue', '1')`,
      [id, `operation-${WORD}`],
    )
    if (inputs)
      await owner.query('insert into dbos.workflow_input (workflow_uuid, inputs) values ($1, $2)', [
        id,
        inputs,
      ])
  }
  await vi.waitUntil(
    () => (printed.match(/the engine (warns|failed)/g) ?? []).length >= 2,
    PATIENCE,
  )
  // Its connections break, and it says so.
  const before = printed.length
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`,
  )
  await vi.waitUntil(() => /the engine (warns|failed)/.test(printed.slice(before)), PATIENCE)
  await owner.end()
  server.disconnect()
  await once(server, 'exit')

  expect(printed).not.toContain(WORD)
  expect(printed).not.toMatch(/deserialize|terminating connection|[^\P{Cc}\n]/u)
  for (const line of printed.trim().split('\n'))
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), msg: expect.any(String) })
})
