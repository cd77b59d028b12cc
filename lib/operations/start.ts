import 'server-only'
import { DBOS } from '@dbos-inc/dbos-sdk'

import { appendAudit } from '@/lib/audit/append'
import { withDatabase } from '@/lib/db/available'
import { db } from '@/lib/db/pool'
import { type Definition, freshSteps } from '@/lib/operations/definition'
import { launch } from '@/lib/operations/engine/launch'
import { insertOperation, markCancelled, readOperation } from '@/lib/operations/engine/store'
import { DECISION_TOPIC, workflow } from '@/lib/operations/engine/workflow'
import type { Decision, Place } from '@/lib/operations/schema'
import { decisionsIn } from '@/lib/operations/view'
import { log } from '@/lib/process/log'
import type { Access } from '@/lib/request/access'

interface Begin<Input> {
  /** The nonce of the form: the same one never begins a second operation. */
  operationId: string
  input: Input
  /** What must never be stored in clear; steps that send it get it back. */
  secret?: unknown
  subject: string
  place: Place
}

/**
 * Begins an operation, or finds the one that this nonce began. Answers its id at once.
 * @throws DatabaseError, and OperationError `OperationUnderway`; nothing was sent then.
 */
export async function start<Input>(
  access: Access,
  definition: Definition<Input>,
  { secret, ...begin }: Begin<Input>,
): Promise<string> {
  const { operationId } = begin
  const { profile } = access
  const operation = { ...begin, kind: definition.kind, profile }
  const steps = freshSteps(definition, operationId, begin.input)
  await withDatabase(() => insertOperation(operation, steps, secret))
  // It is written down, so from here on it takes place: a sweep begins it when this fails.
  void run(operationId).catch((error: unknown) => log.warn({ error, operationId }, 'not begun yet'))
  return operationId
}

async function run(operationId: string): Promise<void> {
  await launch()
  await DBOS.startWorkflow(workflow(), { workflowID: operationId })(operationId)
}

/**
 * Passes a person's decision on. Cancel, roll back and keep fence every send that has not begun.
 * False: the operation does not offer this decision any more. @throws DatabaseError `DatabaseUnavailable`
 */
export const decide = (access: Access, operationId: string, decision: Decision): Promise<boolean> =>
  withDatabase(() => passOn(access, operationId, decision))

async function passOn(access: Access, operationId: string, decision: Decision): Promise<boolean> {
  const operation = await readOperation(operationId)
  if (!decisionsIn(operation).includes(decision)) return false
  await db().transaction(async (tx) => {
    // The row before the audit, in the order of every intent: else the two could wait for each other.
    if (decision !== 'continue') await markCancelled(tx, operationId)
    await appendAudit(tx, {
      actor: access.profile,
      phase: 'intent',
      action: `console:${decision}`,
      regionId: operation.place.regionId,
      changes: [],
      operationId,
    })
  })
  await launch()
  // One decision per question, and one per state while it runs: later ones of the same key are dropped.
  const key = `${operationId}:${operation.state}:${operation.asked}`
  await DBOS.send(operationId, decision, DECISION_TOPIC, key)
  return true
}
