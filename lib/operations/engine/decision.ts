import 'server-only'
import { DBOS } from '@dbos-inc/dbos-sdk'
import { eq } from 'drizzle-orm'

import { appendAudit } from '@/lib/audit/append'
import { db } from '@/lib/db/pool'
import { operations } from '@/lib/db/tables'
import { OperationError } from '@/lib/failure/errors'
import { definitionOf } from '@/lib/operations/definition'
import type { OperationRow } from '@/lib/operations/engine/database'
import type { Decision, OperationState } from '@/lib/operations/schema'

export const DECISION_TOPIC = 'decision'

/** In which states a decision has come true already. */
const FULFILLED: Record<Decision, OperationState[]> = {
  continue: ['running', 'done'],
  'roll-back': ['undoing', 'rolled-back', 'cancelled', 'refused'],
  keep: ['kept'],
}

type Decided = NonNullable<OperationRow['decided']>

/** A decision is taken once per question, and once per state while the operation moves. */
const momentOf = ({ state, asked }: OperationRow) => `${state}:${asked}`

/** What a person may decide now: nothing when a decision has been taken that the run has yet to hear. */
export function decisionsIn(operation: OperationRow): Decision[] {
  const { kind, input, state, cancelledAt, decided } = operation
  if (decided?.moment === momentOf(operation)) return []
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
    case 'done':
    case 'refused':
    case 'cancelled':
    case 'rolled-back':
    case 'kept':
      return []
  }
}

/**
 * Writes a decision down, unless another one was taken at this moment or the operation does not offer it. Roll
 * back and keep fence every send forward that has not begun. `holds`: what was decided comes true.
 * @throws OperationError `OperationNotFound`
 */
export const takeDecision = (
  actor: string,
  operationId: string,
  decision: Decision,
): Promise<{ holds: boolean; taken?: Decided }> =>
  db().transaction(async (tx) => {
    const isIt = eq(operations.operationId, operationId)
    const [operation] = await tx.select().from(operations).where(isIt).for('update')
    if (!operation) throw new OperationError('OperationNotFound')
    const { state, decided, cancelledAt, place } = operation
    const moment = momentOf(operation)
    const isFenced = state === 'running' && cancelledAt !== null
    if (decided && (decided.moment === moment || isFenced))
      return { holds: decided.decision === decision, taken: decided }
    if (!decisionsIn(operation).includes(decision))
      return { holds: FULFILLED[decision].includes(state) }
    const taken = { moment, decision }
    const fence = decision !== 'continue' && cancelledAt === null && { cancelledAt: new Date() }
    await tx
      .update(operations)
      .set({ decided: taken, ...fence })
      .where(isIt)
    await appendAudit(tx, {
      actor,
      phase: 'intent',
      action: `console:${decision}`,
      regionId: place.regionId,
      changes: [],
      operationId,
    })
    return { holds: true, taken }
  })

/** Tells the run of an operation what was decided. Told again, the run hears it once. */
export const passOn = (operationId: string, { moment, decision }: Decided): Promise<void> =>
  DBOS.send(operationId, decision, DECISION_TOPIC, `${operationId}:${moment}`)

/** Tells it again if the operation still stands where it was decided: the process that took it may have died. */
export async function passOnAgain(operation: OperationRow): Promise<void> {
  const { operationId, decided } = operation
  if (decided?.moment === momentOf(operation)) await passOn(operationId, decided)
}
