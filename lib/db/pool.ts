import 'server-only'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'

import * as tables from '@/lib/db/tables'
import { Fault } from '@/lib/failure/errors'
import { env } from '@/lib/process/env'
import { log } from '@/lib/process/log'
import { once } from '@/lib/request/once'

/** Our own tables, for pages and actions. @throws when `DATABASE_URL` is missing: `npm start` sets it. */
export const db = () => once('db', () => connect({ max: 20, statement_timeout: 5000 }))

/**
 * The same for operations, which go on whatever the pages ask for. What is asked together of one transaction is sent
 * together, and run in that order. @throws when `DATABASE_URL` is missing
 */
export const engineDb = () =>
  once('engine db', () => connect({ max: 10, statement_timeout: 30_000, pipeline: true }))

/**
 * Connections for DBOS. The pool it would make itself writes to a new connection before it listens for errors
 * on it, so that one that breaks in this instant ends the process. @throws when `DATABASE_URL` is missing
 */
export const dbosPool = () => once('dbos pool', () => openPool({ max: 10 }))

const connect = (limits: Limits) => drizzle(openPool(limits), { schema: tables })

interface Limits {
  max: number
  /** Milliseconds; none when missing. */
  statement_timeout?: number
  pipeline?: boolean
}

function openPool(limits: Limits): Pool {
  if (!env.DATABASE_URL)
    throw new Fault('DATABASE_URL is not set. Start the console with npm start.')
  const pool = new Pool({
    ...limits,
    connectionString: env.DATABASE_URL,
    connectionTimeoutMillis: 5000,
    // A process that was stopped in a transaction must not keep its locks from the others.
    idle_in_transaction_session_timeout: 10_000,
  })
  const lost = (error: Error) => log.warn({ error }, 'database connection lost')
  pool.on('error', lost)
  // Without a listener of its own, a connection that breaks while it is in use ends the process.
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

/** Connections of pages and actions that are in use and may be, and how many readers wait for one. */
export function poolUse(): { inUse: number; max: number; waiting: number } {
  const { totalCount, idleCount, waitingCount, options } = db().$client
  return { inUse: totalCount - idleCount, max: options.max, waiting: waitingCount }
}

type Db = ReturnType<typeof db>
export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0]
