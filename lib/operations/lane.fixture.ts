import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

import { Client } from 'pg'

import type { Order } from '@/lib/operations/replica.fixture'

/** A database with servers on it that are started again when they are killed. */
export class Lane {
  readonly #env: NodeJS.ProcessEnv
  readonly #url: string
  #client: Client
  readonly #replicas = new Set<ChildProcess>()
  #isOpen = true
  /** How often a server was killed. */
  deaths = 0

  private constructor(url: string, env: Record<string, string>) {
    this.#env = { ...process.env, ...env, DATABASE_URL: url }
    this.#url = url
    this.#client = new Client({ connectionString: url })
  }

  /** Opens a lane on a database of its own, copied from the template. */
  static async open(server: string, name: string, env: Record<string, string> = {}): Promise<Lane> {
    const admin = new Client({ connectionString: server })
    await admin.connect()
    await admin.query(`create database ${name} template ${TEMPLATE}`)
    await admin.end()
    const lane = new Lane(databaseAt(server, name), env)
    await lane.reconnect()
    return lane
  }

  /** Connects to the database, again after it was away. */
  async reconnect(): Promise<void> {
    this.#client = new Client({ connectionString: this.#url })
    this.#client.on('error', () => undefined)
    await this.#client.connect()
  }

  /** Starts one more server; unless told otherwise, it is replaced whenever it dies. */
  async replica({ isReplaced = true } = {}): Promise<ChildProcess> {
    const replica = fork('lib/operations/replica.fixture.ts', {
      execArgv: ['--import', 'tsx', '--conditions=react-server', '--no-deprecation'],
      env: this.#env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#replicas.add(replica)
    replica.once('exit', () => {
      this.#replicas.delete(replica)
      if (!this.#isOpen) return
      this.deaths += 1
      if (isReplaced) void this.replica()
    })
    await Promise.race([once(replica, 'message'), once(replica, 'exit')])
    return replica
  }

  order(replica: ChildProcess, order: Order): void {
    replica.send(order)
  }

  /** The state of an operation; undefined while there is none, or no database. */
  async state(operationId: string): Promise<string | undefined> {
    const sql = 'select state from operation where operation_id = $1'
    const found = await this.#client.query<{ state: string }>(sql, [operationId])
    return found.rows[0]?.state
  }

  /** How many servers have shown a sign of life lately. */
  async living(): Promise<number> {
    const sql = "select 1 from replica where beat_at > now() - interval '8 seconds'"
    return (await this.#client.query(sql)).rows.length
  }

  async close(): Promise<void> {
    this.#isOpen = false
    const replicas = [...this.#replicas]
    for (const replica of replicas) replica.kill('SIGKILL')
    await this.#client.end()
  }
}

const TEMPLATE = 'lane_template'

/** Makes the migrated database that lanes are copied from. */
export async function makeTemplate(server: string): Promise<void> {
  const admin = new Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  const { migrateDatabase } = await import('@/lib/db/migrate')
  await migrateDatabase(databaseAt(server, TEMPLATE))
}

const databaseAt = (server: string, name: string) => server.replace('/postgres?', `/${name}?`)
