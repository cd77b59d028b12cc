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
  'approver',
  'reason',
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
/**
 * How many writes of an account one reading looks at, newest first: what a reading costs does not depend on how long
 * the audit is. Where it stopped is told.
 */
export const LOOKED_AT = 20_000
/** Groups are counted so far, and paged. */
export const MOST_GROUPS = 1000

/** Each of them is sought in every text of every line: more than a person types only costs. */
const MOST_LINES = 10
const value = z.string().min(1).max(200)
/** One that a line must hold; with tabs between them, any of several, as a word stands for what it translates. */
const sought = z
  .string()
  .max(1000)
  .transform((line) => line.split('\t').filter((text) => text !== ''))
  .pipe(z.array(value).min(1).max(20))
const lines = z
  .string()
  .max(4000)
  .transform((text) => text.split('\n').filter((line) => line !== ''))
  .pipe(z.array(sought).max(MOST_LINES))
const number = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
/** Nothing was written before the console existed, and PostgreSQL knows no year 0. */
const moment = z.iso.datetime().refine((text) => text >= '1970')

const filter = {
  operationId: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .exactOptional(),
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
  /** By time. */
  order: z.enum(['asc', 'desc']).catch('desc'),
  /** Where a reading before it stopped, as it told: moment and id. */
  after: z
    .string()
    .regex(/^[\dTZ:.-]{20,30} \d{1,15}$/)
    .refine((text) => moment.safeParse(text.split(' ')[0]).success)
    .exactOptional(),
}

/** Asks for single writes. */
export const auditParams = z.object({
  ...filter,
  size: number.min(1).max(MOST_WRITES).default(MOST_WRITES),
  /** What is read to be taken away is written down. */
  purpose: z.literal('export').exactOptional(),
})

/** Asks for a page of what belongs together. */
export const groupParams = z.object({
  ...filter,
  /** From 0; one past the end is the last. */
  page: number.default(0),
  size: number.min(1).max(100).default(20),
})
