import 'server-only'
import { isDeepStrictEqual } from 'node:util'

import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'

import { mustLieWithin } from '@/lib/cloud/limits'
import { apiTokens, people } from '@/lib/db/people-tables'
import { engineDb, type Transaction } from '@/lib/db/pool'
import { operations, operationSecrets, operationSteps } from '@/lib/db/tables'
import { Failure, Fault, OperationError } from '@/lib/failure/errors'
import { refuseWhenUnderway } from '@/lib/operations/engine/exclusive'
import type { Access } from '@/lib/people/access'
import { allows } from '@/lib/people/permissions'
import { effectiveLimits } from '@/lib/people/profiles'
import { log } from '@/lib/process/log'
import { seal, unseal } from '@/lib/process/seal'

export type OperationRow = typeof operations.$inferSelect
export type StepRow = typeof operationSteps.$inferSelect
export type NewOperation = Pick<
  OperationRow,
  'operationId' | 'kind' | 'subject' | 'place' | 'profile' | 'begunBy' | 'input'
> &
  Partial<Pick<OperationRow, 'reason'>>

/** What is written down beside an operation. */
export interface OperationParts {
  steps: Omit<StepRow, 'operationId'>[]
  secret: unknown
  exclusiveIds: string[]
}

/**
 * Writes an operation down with all its steps, running or, with `waits`, which writes down what for, waiting; false when there already is one of that id.
 * @throws OperationError `OperationUnderway` when another one works on the same thing, `OtherContent` when the one
 * of that id was begun with something else.
 */
export const insertOperation = (
  operation: NewOperation,
  { steps, secret, exclusiveIds }: OperationParts,
  waits?: (tx: Transaction) => Promise<void>,
): Promise<boolean> =>
  engineDb().transaction(async (tx) => {
    const { operationId } = operation
    const written = await tx
      .insert(operations)
      .values({ ...operation, state: waits ? 'waits-for-approval' : 'running' })
      .onConflictDoNothing()
      .returning({ operationId: operations.operationId })
    if (written.length === 0) {
      await refuseOtherContent(tx, operation, secret)
      return false
    }
    // What waits for a second person keeps nobody from working: it is judged by how things are then.
    if (!waits) await refuseWhenUnderway(tx, operation, exclusiveIds)
    await Promise.all([
      steps.length > 0 &&
        tx.insert(operationSteps).values(steps.map((step) => ({ ...step, operationId }))),
      secret !== undefined &&
        tx.insert(operationSecrets).values({ operationId, sealed: seal(operationId, secret) }),
      waits?.(tx),
    ])
    return true
  })

/**
 * A nonce stands for one content: the same again is a repeat, anything else would be lost without a word. A key
 * is compared for as long as it is kept.
 */
async function refuseOtherContent(
  tx: Transaction,
  { operationId, kind, profile, place, input }: NewOperation,
  secret: unknown,
): Promise<void> {
  const [known] = await tx.select().from(operations).where(eq(operations.operationId, operationId))
  const [kept] = await tx
    .select()
    .from(operationSecrets)
    .where(eq(operationSecrets.operationId, operationId))
  const before = known && [known.kind, known.profile, known.place, known.input]
  const isSame = isDeepStrictEqual(before, asStored([kind, profile, place, input]))
  const isSameKey =
    kept === undefined || isDeepStrictEqual(unseal(operationId, kept.sealed), asStored(secret))
  if (!isSame || !isSameKey) throw new OperationError('OtherContent')
}

/** What comes back when a value was written as JSON. */
export const asStored = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))

/** On whose behalf an operation calls the cloud, and who answers for it. */
export function accessOf({ profile, begunBy, approvedBy, reason }: OperationRow): Access {
  const told = {
    ...(approvedBy !== null && { approver: approvedBy }),
    ...(reason !== null && { reason }),
  }
  if (!begunBy) return { profile, ...told }
  // Those of its beginning say nothing: `mayStill` reads those of now before each step.
  const { limits: _, ...person } = begunBy
  return { profile, person, ...told }
}

/** Whether somebody sees an operation: the account is theirs, and it works within their limits. */
export function seenBy({ profile, person }: Access): SQL | undefined {
  const { cenIds, regionIds } = person?.limits ?? {}
  const { place, begunBy } = operations
  const inCen = cenIds && inArray(sql`${place} ->> 'cenId'`, [...cenIds])
  const isOwn = sql`${begunBy} ->> 'personId' = ${person?.personId ?? ''} and ${place} ->> 'cenId' is null`
  return and(
    eq(operations.profile, profile),
    regionIds && inArray(sql`${place} ->> 'regionId'`, [...regionIds]),
    inCen && or(inCen, isOwn),
  )
}

/**
 * Whether the person who answers for an operation still may change what is in the cloud. With `AUTH=off` there is
 * none, and with it nobody to take a role from.
 */
export async function mayStill(operationId: string): Promise<boolean> {
  const [row] = await engineDb()
    .select({ operation: operations, person: people, token: apiTokens.id })
    .from(operations)
    .leftJoin(people, sql`${people.id} = ${operations.begunBy} ->> 'personId'`)
    .leftJoin(apiTokens, sql`${apiTokens.id} = ${operations.begunBy} ->> 'sessionId'`)
    .where(eq(operations.operationId, operationId))
  const { begunBy, profile, place } = row?.operation ?? {}
  if (!begunBy || profile === undefined) return true
  const person = row?.person
  // A token that was taken away does nothing more; one that is over goes on with what it began.
  if (begunBy.token !== undefined && !row?.token) return false
  if (!person || person.disabledAt || !allows(person.role, 'operations.write')) return false
  const limits = effectiveLimits(person)
  try {
    await mustLieWithin({ profile, person: { ...begunBy, ...(limits && { limits }) } }, place)
    return true
  } catch (error) {
    // Where it lies could not be read: a person looks.
    if (error instanceof Failure) return false
    throw error
  }
}

/** @throws when there is none of that id. */
export async function readOperation(operationId: string): Promise<OperationRow> {
  const [row] = await engineDb()
    .select()
    .from(operations)
    .where(eq(operations.operationId, operationId))
  if (!row) throw new Fault(`There is no operation ${operationId}.`)
  return row
}

export const readSteps = (operationId: string): Promise<StepRow[]> =>
  engineDb()
    .select()
    .from(operationSteps)
    .where(eq(operationSteps.operationId, operationId))
    .orderBy(operationSteps.position)

/**
 * The sealed part of the input. @throws when it has been wiped, and OperationError `SecretUnreadable` when it was
 * sealed under another key.
 */
export async function readSecret(operationId: string): Promise<unknown> {
  const [row] = await engineDb()
    .select()
    .from(operationSecrets)
    .where(eq(operationSecrets.operationId, operationId))
  if (!row) throw new Fault(`Operation ${operationId} has no secrets any more.`)
  try {
    return unseal(operationId, row.sealed)
  } catch {
    throw new OperationError('SecretUnreadable')
  }
}

const LONGEST_PAUSE_MS = 10_000

/**
 * Does it again until it succeeds: what it writes is already true, only the database is away.
 * @throws LeaseLost, which no other try mends.
 */
export async function insist<T>(write: () => Promise<T>): Promise<T> {
  for (let wait = 100; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    try {
      return await write()
    } catch (error) {
      if (error instanceof LeaseLost) throw error
      log.warn({ error }, 'database does not take a write, trying again')
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

/** Another run took the operation over: this one may not even record an end. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}
