import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'

import { sql } from 'drizzle-orm'
import { Client } from 'pg'

const WARM_UP = 5
const ROUNDS = 25

/**
 * Milliseconds of a whole create: as an operation; by the same calls of the cloud made in a row; and by those
 * with the two synced commits around each write that no durable engine can do without.
 */
interface EngineTimes {
  engine: number[]
  row: number[]
  durableRow: number[]
  /** Transactions that wrote, of one create as an operation. */
  commits: number[]
}

/** A connection that the database tells of each operation that is done. */
async function tellWhenDone(url: string): Promise<Client> {
  const listener = new Client({ connectionString: url })
  await listener.connect()
  await listener.query(`
    create function bench_tell() returns trigger language plpgsql
      as $$ begin perform pg_notify('bench_done', new.operation_id); return null; end $$;
    create trigger bench_tell after update on operation
      for each row when (new.state = 'done') execute function bench_tell();
    create table bench_commit (line text);
    grant insert on bench_commit to public;
    listen bench_done`)
  return listener
}

/** Creates in turn on an emulator without delays, in a process of its own. */
export async function measureEngine(): Promise<EngineTimes> {
  const child = fork(fileURLToPath(import.meta.url), ['measure'], {
    // The console's modules load on a server only.
    execArgv: ['--import', 'tsx', '--conditions=react-server', '--no-deprecation'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', (times: EngineTimes) => resolve(times))
    child.once('exit', (code) => reject(new Error(`The engine was not measured: ${String(code)}`)))
  })
}

async function measure(): Promise<EngineTimes> {
  const { startBoth } = await import('@/lib/db/test/rig')
  const { emulator, database } = await startBoth(0)
  const { keysOfForm, withoutKeys } = await import('@/lib/attach-form/request')
  const { startAttach } = await import('@/lib/attachments/operation')
  const { ACCESS, sampleAttach } = await import('@/lib/attachments/test/sample')
  const { db } = await import('@/lib/db/pool')
  const { definitionOf } = await import('@/lib/operations/definition')
  const { listRouteTables } = await import('@/lib/route-tables/cloud')
  type Form = Awaited<ReturnType<typeof sampleAttach>>

  const listener = await tellWhenDone(database.ownerUrl)
  const asOperation = async (form: Form) => {
    const operationId = randomUUID()
    const isDone = new Promise<void>((resolve) =>
      listener.on('notification', ({ payload }) => payload === operationId && resolve()),
    )
    await startAttach(ACCESS, { operationId, ...form })
    await isDone
    listener.removeAllListeners('notification')
  }
  const inARow = async ({ cenId, form }: Form, commit: () => Promise<unknown>) => {
    const [table] = await listRouteTables(ACCESS, { transitRouterId: form.transitRouterId })
    const defaultTableId = table?.transitRouterRouteTableId ?? ''
    const input = { cenId, defaultTableId, form: withoutKeys(form) }
    const made = new Map<string, string>()
    const run = {
      operationId: randomUUID(),
      access: ACCESS,
      input,
      secret: () => Promise.resolve(keysOfForm(form)),
      made: (step: string) => made.get(step) ?? '',
      isDone: () => true,
    }
    for (const { name, send, look } of definitionOf('attach').steps(input)) {
      if (send) await commit()
      const id = await send?.call(run, { clientToken: randomUUID() })
      if (send) await commit()
      if (id) made.set(name, id)
      await look(run)
    }
  }
  const commit = () => db().execute(sql`insert into bench_commit values (${randomUUID()})`)
  const timed = async (create: (form: Form) => Promise<void>) => {
    await emulator.reset()
    const form = await sampleAttach('Munich')
    const started = performance.now()
    await create(form)
    return performance.now() - started
  }

  /** The database numbers each transaction that writes. */
  const numbered = async () => {
    const { rows } = await db().execute<{ next: string }>(
      sql`select pg_snapshot_xmax(pg_current_snapshot())::text as next`,
    )
    return Number(rows[0]?.next)
  }
  const times: EngineTimes = { engine: [], row: [], durableRow: [], commits: [] }
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const before = await numbered()
    const engine = await timed(asOperation)
    const commits = (await numbered()) - before
    const row = await timed((form) => inARow(form, () => Promise.resolve()))
    const durableRow = await timed((form) => inARow(form, commit))
    if (round < 0) continue
    times.engine.push(engine)
    times.commits.push(commits)
    times.row.push(row)
    times.durableRow.push(durableRow)
  }
  await listener.end()
  await Promise.all([emulator.stop(), database.stop()])
  return times
}

if (process.argv[2] === 'measure') {
  process.send?.(await measure())
  process.exit()
}
