import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { desc, eq } from 'drizzle-orm'

import { keptBegin } from '@/lib/audit/begin'
import { engineDb } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'
import { env } from '@/lib/process/env'
import { keyFor } from '@/lib/process/key'
import { log } from '@/lib/process/log'
import { once } from '@/lib/request/once'

/** The last line of the audit as this console saw it. */
interface End {
  id: number
  hash: string
}

/** What is kept of the end: nothing yet, or something that another key signed. */
export type KeptEnd = End | 'none' | 'forged'

const SOON_MS = 100

const path = () => join(env.DATA_DIR, 'audit.end')

/** What the database cannot change: the end as it was kept beside it. */
export function keptEnd(): KeptEnd {
  if (!existsSync(path())) return 'none'
  const [id = '', hash = '', signature = ''] = readFileSync(path(), 'utf8').trim().split(' ')
  const end = { id: Number(id), hash }
  const own = Buffer.from(sign(end))
  const given = Buffer.from(signature)
  return own.length === given.length && timingSafeEqual(own, given) ? end : 'forged'
}

/**
 * Keeps the end of the audit beside the database, signed. Lines are only ever added, so what was kept before must
 * still be there: when it is not, the older end stays and the log says so.
 */
export function keepEnd(): Promise<void> {
  const state = turns()
  // One after another: one that began earlier and ends later must not write an older end.
  state.last = state.last.then(keepNow, keepNow)
  return state.last
}

const turns = () => once('audit end', () => ({ isComing: false, last: Promise.resolve() }))

async function keepNow(): Promise<void> {
  const kept = keptEnd()
  if (kept === 'forged') return warnOnce('the kept end of the audit is not signed by this console')
  const { id, hash } = auditEntries
  const of = engineDb().select({ id, hash }).from(auditEntries)
  const [last] = await of.orderBy(desc(id)).limit(1)
  if (kept !== 'none') {
    if (last?.id === kept.id && last.hash === kept.hash) return
    const [there] = await engineDb().select({ hash }).from(auditEntries).where(eq(id, kept.id))
    if (there?.hash !== kept.hash && !(await isPruned(kept.id)))
      return warnOnce('lines of the audit are missing at its end')
  }
  if (last) await write(last)
}

/** Whether a line was old and is removed, as another console on this database may have done. */
async function isPruned(id: number): Promise<boolean> {
  const begin = await keptBegin(engineDb())
  return typeof begin === 'object' && id <= begin.lineId
}

/** The same in a moment, once for all lines that are written until then. */
export function keepEndSoon(): void {
  const state = turns()
  if (state.isComing) return
  state.isComing = true
  setTimeout(() => {
    state.isComing = false
    // Kept again with the next line, and with the next beat.
    keepEnd().catch((error: unknown) => log.warn({ error }, 'the end of the audit is not kept'))
  }, SOON_MS).unref()
}

/** Off the main thread: a file system that flushes on a rename takes milliseconds for it. */
async function write(end: End): Promise<void> {
  await mkdir(env.DATA_DIR, { recursive: true })
  const fresh = `${path()}.${process.pid}`
  await writeFile(fresh, `${end.id} ${end.hash} ${sign(end)}\n`, { mode: 0o600 })
  await rename(fresh, path())
}

const sign = ({ id, hash }: End): string =>
  createHmac('sha256', keyFor('audit end'))
    .update(JSON.stringify([id, hash]))
    .digest('base64url')

/** It stays so until somebody looks: one line is enough. */
function warnOnce(message: string): void {
  once(message, () => {
    log.error({ file: 'audit.end' }, message)
    return true
  })
}
