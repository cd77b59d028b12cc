import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join } from 'node:path'

import { Client, Pool } from 'pg'

import { databaseAt } from '@/lib/db/test/canary'
import type { TestDatabase } from '@/lib/db/test/rig'
import type { OperationState, Question } from '@/lib/operations/schema'
import type { Notice, Write } from '@/proofs/points'
import type { Order } from '@/proofs/server-process'

interface Options {
  env?: Record<string, string>
  /** So many servers are there whenever a write begins. */
  size?: number
  /** What happens to a write at its point. */
  atPoint?: (write: Write) => Promise<void>
}

/** An operation as it is in the database. */
export interface WrittenDown {
  state: OperationState
  question: Question | null
  steps: unknown[]
}

/** A database with servers on it. The last one that dies is replaced at once, another when a write needs it. */
export class Cluster {
  /** Of its owner. */
  readonly database: Pool
  /** Of the database's server. */
  readonly dataDir: string
  readonly #env: NodeJS.ProcessEnv
  readonly #size: number
  readonly #atPoint: Options['atPoint']
  readonly #replicas = new Map<ChildProcess, Promise<unknown>>()
  #isOpen = true
  /** How often a server was killed. */
  deaths = 0

  private constructor(
    { url, ownerUrl, dataDir }: Pick<TestDatabase, 'url' | 'ownerUrl' | 'dataDir'>,
    { env, size = 1, atPoint }: Options,
  ) {
    this.#env = { ...process.env, ...env, DATABASE_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'debug' }
    this.dataDir = dataDir
    this.#size = size
    this.#atPoint = atPoint
    this.database = new Pool({ connectionString: ownerUrl, max: 1 })
    this.database.on('error', () => undefined)
  }

  /** Opens a cluster on a database of its own, copied from the template. */
  static async open(
    { url, ownerUrl, dataDir }: TestDatabase,
    name: string,
    options: Options = {},
  ): Promise<Cluster> {
    const make = `create database "${name}" template ${TEMPLATE}`
    await onServer(ownerUrl, (admin) => admin.query(make))
    const own = { url: databaseAt(url, name), ownerUrl: databaseAt(ownerUrl, name), dataDir }
    return new Cluster(own, options)
  }

  /** Starts one more server; unless told otherwise, it is replaced when it dies. */
  async replica({ isReplaced = true } = {}): Promise<ChildProcess> {
    const replica = fork('proofs/server-process.ts', {
      execArgv: ['--import', 'tsx', '--conditions=react-server', '--no-deprecation'],
      env: this.#env,
      stdio: ['ignore', openSync(join(this.dataDir, 'servers.log'), 'a'), 'inherit', 'ipc'],
    })
    replica.once('exit', () => {
      this.#replicas.delete(replica)
      if (!this.#isOpen) return
      this.deaths += 1
      if (isReplaced && this.#replicas.size === 0) void this.replica()
    })
    const ready = Promise.race([once(replica, 'message'), once(replica, 'exit')])
    this.#replicas.set(replica, ready)
    await ready
    replica.on('message', (notice: Notice) => void this.#heed(replica, notice))
    return replica
  }

  async #heed(replica: ChildProcess, notice: Notice): Promise<void> {
    if (notice.about === 'point') await this.#atPoint?.(notice)
    else await this.fill()
    if (replica.connected) replica.send(notice)
  }

  /** Starts servers until there are as many as there should be, and waits until all work. */
  async fill(): Promise<void> {
    while (this.#replicas.size < this.#size) void this.replica()
    await Promise.all(this.#replicas.values())
  }

  /** Has one of the servers begin an operation. */
  order(order: Order, replica = [...this.#replicas.keys()][0]): void {
    replica?.send(order)
  }

  /** What is written down of an operation; undefined while there is none, or no database. */
  async operation(operationId: string): Promise<WrittenDown | undefined> {
    const sql = `select operation_id, state, question,
        (select json_agg(record || jsonb_build_object('step', name) order by position)
           from operation_step step where step.operation_id = operation.operation_id) as steps
      from operation where operation_id = $1`
    const found = await this.database
      .query<WrittenDown>(sql, [operationId])
      .catch(() => ({ rows: [] }))
    return found.rows[0]
  }

  async close(): Promise<void> {
    this.#isOpen = false
    for (const replica of this.#replicas.keys()) replica.kill('SIGKILL')
    await this.database.end()
  }
}

const TEMPLATE = 'cluster_template'

/** Makes the migrated database that clusters are copied from. */
export async function makeTemplate({ url, ownerUrl }: TestDatabase): Promise<void> {
  await onServer(ownerUrl, (admin) => admin.query(`create database ${TEMPLATE}`))
  const { migrateDatabase } = await import('@/lib/db/migrate')
  await migrateDatabase(databaseAt(ownerUrl, TEMPLATE), databaseAt(url, TEMPLATE))
}

async function onServer(server: string, run: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: server })
  await admin.connect()
  try {
    await run(admin)
  } finally {
    await admin.end()
  }
}
