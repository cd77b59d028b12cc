import 'server-only'
import { and, desc, eq, inArray, notInArray, type SQL, sql } from 'drizzle-orm'

import { withDatabase } from '@/lib/db/available'
import { db } from '@/lib/db/pool'
import { approvals, operations, operationSteps } from '@/lib/db/tables'
import { OperationError } from '@/lib/failure/errors'
import { definitionOf } from '@/lib/operations/definition'
import { type OperationRow, seenBy, type StepRow } from '@/lib/operations/engine/database'
import { decisionsIn } from '@/lib/operations/engine/decision'
import type { OperationFilter } from '@/lib/operations/params'
import {
  type Approval,
  FINAL_STATES,
  type Operation,
  type OperationInputs,
  type OperationKind,
  type OperationState,
  type Place,
  type StepState,
} from '@/lib/operations/schema'
import type { Step } from '@/lib/operations/step'
import { isAskedBy } from '@/lib/people/same-person'
import type { Access } from '@/lib/request/access'

const MOST = 200
/** It changed nothing, so what was before it is the last still. */
const NOTHING_SENT: OperationState[] = ['waits-for-approval', 'rejected', 'expired', 'cancelled']

/** The account's newest operations that match. */
export const listOperations = (access: Access, filter: OperationFilter): Promise<Operation[]> =>
  withDatabase(async () => {
    const conditions: (SQL | undefined)[] = [seenBy(access)]
    const active = notInArray(operations.state, [...FINAL_STATES])
    if (filter.state === 'active') conditions.push(active)
    if (filter.state === 'recent')
      conditions.push(sql`(${active} or ${operations.startedAt} > now() - interval '1 hour')`)
    const rows = await db()
      .select()
      .from(operations)
      .where(and(...conditions))
      .orderBy(desc(operations.startedAt))
      .limit(MOST)
    const steps = await db()
      .select()
      .from(operationSteps)
      .where(
        inArray(
          operationSteps.operationId,
          rows.map(({ operationId }) => operationId),
        ),
      )
      .orderBy(operationSteps.position)
    return rows.map((row) => toOperation(row, steps))
  })

/** @throws OperationError `OperationNotFound`, also when it is another account's or outside of the limits. */
export const viewOperation = (access: Access, operationId: string): Promise<Operation> =>
  withDatabase(async () => {
    const [found] = await db()
      .select({ row: operations, approval: approvals })
      .from(operations)
      .leftJoin(approvals, eq(approvals.operationId, operations.operationId))
      .where(and(seenBy(access), eq(operations.operationId, operationId)))
    if (!found) throw new OperationError('OperationNotFound')
    const { row, approval } = found
    const steps = await db()
      .select()
      .from(operationSteps)
      .where(eq(operationSteps.operationId, operationId))
      .orderBy(operationSteps.position)
    return {
      ...toOperation(row, steps),
      ...(approval && { approval: toApproval(access, row, approval) }),
    }
  })

/** The account's newest operation of a kind that works on these ids and began within the last day. */
export const lastOperation = <Kind extends OperationKind>(
  access: Access,
  kind: Kind,
  place: Partial<Place>,
): Promise<
  { operationId: string; state: OperationState; input: OperationInputs[Kind] } | undefined
> =>
  withDatabase(async () => {
    const { operationId, state, input, startedAt } = operations
    const [last] = await db()
      .select({ operationId, state, input })
      .from(operations)
      .where(
        and(
          seenBy(access),
          eq(operations.kind, kind),
          notInArray(state, NOTHING_SENT),
          sql`${startedAt} > now() - interval '1 day'`,
          sql`${operations.place} @> ${place}`,
        ),
      )
      .orderBy(desc(startedAt))
      .limit(1)
    return last && { ...last, input: last.input as OperationInputs[Kind] } // as `start` wrote it
  })

function toOperation(row: OperationRow, steps: StepRow[]): Operation {
  const { operationId, kind, state, subject, place, profile, question, reason } = row
  const { startedAt, finishedAt } = row
  const own = steps.filter((step) => step.operationId === operationId)
  const definitions = definitionOf(kind).steps(row.input)
  const made = Object.fromEntries(
    definitions.flatMap(({ name, makes }) => {
      const id = own.find((step) => step.name === name && step.direction === 'do')?.record
        .resourceId
      return makes && id ? [[makes, id]] : []
    }),
  )
  return {
    operationId,
    kind,
    state,
    subject,
    place: { ...place, ...made },
    makes: definitions.some(({ makes }) => makes !== undefined),
    profile,
    ...(reason !== null && { reason }),
    startedAt: startedAt.toISOString(),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
    steps: own
      .filter(({ direction, record }) => direction === 'do' || record.startedAt !== undefined)
      .map((step) => toStepState(definitions, step)),
    ...(question && { question }),
    decisions: decisionsIn(row),
  }
}

function toApproval(
  { person }: Access,
  { begunBy }: OperationRow,
  { sends, difference, history, expiresAt }: typeof approvals.$inferSelect,
): Approval {
  return {
    by: begunBy?.name ?? '',
    sends,
    difference,
    history,
    expiresAt: expiresAt.toISOString(),
    isOwn: isAskedBy(begunBy, person),
  }
}

function toStepState(
  definitions: readonly Step<unknown>[],
  { name, direction, record }: StepRow,
): StepState {
  const step = definitions.find((known) => known.name === name)
  const [key = name, target] = name.split(/:(.*)/)
  const usualSeconds = (direction === 'undo' ? step?.undo : step)?.usual
  const { startedAt, finishedAt, nextAt, resourceId, observed, error } = record
  return {
    name: key,
    ...(target && { target }),
    direction,
    state: record.state,
    attempts: record.sends,
    requestIds: record.requestIds,
    ...(startedAt !== undefined && { startedAt: iso(startedAt) }),
    ...(finishedAt !== undefined && { finishedAt: iso(finishedAt) }),
    ...(nextAt !== undefined && { nextAt: iso(nextAt) }),
    ...(resourceId && { resourceId }),
    ...(record.adopted && { adopted: true }),
    ...(observed && { observed }),
    ...(record.slow && { slow: true }),
    ...(usualSeconds !== undefined && { usualSeconds }),
    ...(error && { error }),
  }
}

const iso = (moment: number) => new Date(moment).toISOString()
