import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'

import { desc } from 'drizzle-orm'

import type { Transaction } from '@/lib/db/pool'
import { auditBegins } from '@/lib/db/tables'
import { keyFor } from '@/lib/process/key'

/** Where the audit begins since its old lines were removed. */
interface Begin {
  lineId: number
  hash: string
  writtenAt: Date
  lines: number
}

/** What is kept of it: nothing was removed yet, or something that another key signed. */
export type KeptBegin = Begin | 'none' | 'forged'

/** The newest removal, as the console that did it signed it. */
export async function keptBegin(from: Pick<Transaction, 'select'>): Promise<KeptBegin> {
  const [row] = await from.select().from(auditBegins).orderBy(desc(auditBegins.lineId)).limit(1)
  if (!row) return 'none'
  const { signature, ...begin } = row
  const [own, given] = [Buffer.from(signBegin(begin)), Buffer.from(signature)]
  return own.length === given.length && timingSafeEqual(own, given) ? begin : 'forged'
}

/** Signs where the audit begins, as only the console can. */
export const signBegin = ({ lineId, hash, writtenAt, lines }: Begin): string =>
  createHmac('sha256', keyFor('audit begin'))
    .update(JSON.stringify([lineId, hash, writtenAt.toISOString(), lines]))
    .digest('base64url')
