import { z } from 'zod'

import type { AuditOutcome } from '@/lib/audit/schema'

/** What a list of writes is filtered and sorted by. */
export const auditColumns = [
  'time',
  'actor',
  'person',
  'role',
  'address',
  'session',
  'action',
  'region',
  'resource',
  'changes',
  'outcome',
  'requestId',
  'operation',
  'code',
  'step',
  'attempt',
  'answered',
] as const
export type AuditColumn = (typeof auditColumns)[number]

export const auditOutcomes = [
  'accepted',
  'adopted',
  'refused',
  'unknown',
] as const satisfies readonly AuditOutcome[]

/** How many writes one reading gives at most. */
export const MOST_WRITES = 1000

/** Each of them is sought in every text of every line: more than a person types only costs. */
const MOST_LINES = 10
const value = z.string().min(1).max(200)
const lines = z
  .string()
  .max(2000)
  .transform((text) => text.split('\n').filter((line) => line !== ''))
  .pipe(z.array(value).max(MOST_LINES))
const number = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
/** Nothing was written before the console existed, and PostgreSQL knows no year 0. */
const moment = z.iso.datetime().refine((text) => text >= '1970')

export const auditParams = z.object({
  operationId: value.exactOptional(),
  actor: value.exactOptional(),
  /** The email address of a person. */
  person: value.exactOptional(),
  action: value.exactOptional(),
  outcome: z.enum(auditOutcomes).exactOptional(),
  /** ISO 8601; writes at or after, and before. */
  from: moment.exactOptional(),
  until: moment.exactOptional(),
  /** One a line: texts that must all stand somewhere in the write. */
  words: lines.exactOptional(),
  /** One a line, `column:text`: texts that must stand in that column. */
  properties: lines.exactOptional(),
  sort: z.enum(auditColumns).catch('time'),
  order: z.enum(['asc', 'desc']).catch('desc'),
  /** From 0; one past the end is the last. */
  page: number.default(0),
  size: number.min(1).max(MOST_WRITES).default(20),
  /** Only writes up to this id, so that pages stay the same while others are added. */
  newest: number.exactOptional(),
  /** What is read to be taken away is written down. */
  purpose: z.literal('export').exactOptional(),
})
