import 'server-only'
import { DBOS } from '@dbos-inc/dbos-sdk'
import { and, eq } from 'drizzle-orm'

import { appendAudit, auditedAs } from '@/lib/audit/append'
import { engineDb } from '@/lib/db/pool'
import { operations } from '@/lib/db/tables'
import { OperationError } from '@/lib/failure/errors'
import { definitionOf } from '@/lib/operations/definition'
import { type OperationRow, seenBy } from '@/lib/operations/engine/database'
import type { Decision, OperationState } from '@/lib/operations/schema'
import type { Access } from '@/lib/people/access'

export const DECISION_TOPIC = 'decision'

/** In which states a decision has come true already. */
const FULFILLED: Record<Decision, OperationState[]> = {
  continue: ['running', 'done'],
  'roll-back': ['undoing', 'rolled-back', 'cancelled', 'refused'],
  keep: ['kept'],
}

/** What a person may decide now: nothing while a decision has been taken that has yet to come about. */
export function decisionsIn(operation: OperationRow): Decision[] {
  const { kind, input, state, cancelledAt, decided } = operation
  if (decided) return []
  const canUndo = definitionOf(kind)
    .steps(input)
    .some(({ undo }) => undo)
  switch (state) {
    case 'running':
      return cancelledAt ? [] : canUndo ? ['roll-back', 'keep'] : ['keep']
    case 'needs-decision':
      return canUndo && !cancelledAt ? ['continue', 'roll-back', 'keep'] : ['continue', 'keep']
    case 'undoing':
      return ['keep']
    case 'waits-for-approval':
    case 'done':
    case 'refused':
    case 'cancelled':
    case 'rolled-back':
    case 'kept':
    case 'rejected':
    case 'expired':
      return []
  }
}

/**
 * Writes a decision down, unless another one has been taken that has yet to come about, or the operation does not
 * offer it. Roll back and keep fence every send forward that has not begun. Gives whether what was decided comes
 * about. @throws OperationError `OperationNotFound`, also when it is another account's.
 */
export const takeDecision = (
  access: Access,
  operationId: string,
  decision: Decision,
): Promise<boolean> =>
  engineDb().transaction(async (tx) => {
    const isIt = eq(operations.operationId, operationId)
    const isOwn = and(isIt, seenBy(access))
    const [operation] = await tx.select().from(operations).where(isOwn).for('update')
    if (!operation) throw new OperationError('OperationNotFound')
    const { state, decided, cancelledAt, place } = operation
    if (decided) return decided === decision
    if (!decisionsIn(operation).includes(decision)) return FULFILLED[decision].includes(state)
    const fence = decision !== 'continue' && cancelledAt === null && { cancelledAt: new Date() }
    await tx
      .update(operations)
      // Who lets it go on answers for what it sends from here on.
      .set({
        decided: decision,
        ...fence,
        begunBy: access.person ?? null,
        ...(access.reason && { reason: access.reason }),
      })
      .where(isIt)
    await appendAudit(tx, {
      ...auditedAs(access),
      phase: 'intent',
      action: `console:${decision}`,
      regionId: place.regionId,
      ...(place.cenId && { cenId: place.cenId }),
      changes: [],
      operationId,
    })
    return true
  })

/** Wakes the run of an operation, which then reads what was decided. */
export const wake = (operationId: string): Promise<void> =>
  DBOS.send(operationId, 'decided', DECISION_TOPIC)
