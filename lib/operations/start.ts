import 'server-only'
import { DBOS } from '@dbos-inc/dbos-sdk'

import { mustLieWithin } from '@/lib/cloud/limits'
import { withDatabase } from '@/lib/db/available'
import { type Definition, freshSteps } from '@/lib/operations/definition'
import { insertOperation } from '@/lib/operations/engine/database'
import { takeDecision, wake } from '@/lib/operations/engine/decision'
import { launch } from '@/lib/operations/engine/launch'
import { workflow } from '@/lib/operations/engine/workflow'
import { takenBy } from '@/lib/operations/press'
import type { Decision, Place } from '@/lib/operations/schema'
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
 * @throws DatabaseError, and OperationError `OperationUnderway` or `OtherContent`, AccessError `OutsideLimits`; nothing was sent then.
 */
export async function start<Input>(
  access: Access,
  definition: Definition<Input>,
  { secret, ...begin }: Begin<Input>,
): Promise<string> {
  const { operationId } = begin
  await mustLieWithin(access, begin.place)
  const { profile, person: begunBy = null, reason = null } = access
  const operation = { ...begin, kind: definition.kind, profile, begunBy, reason }
  const steps = freshSteps(definition, operationId, begin.input)
  const exclusiveIds = definition.exclusive.flatMap((name) => begin.place[name] ?? [])
  const parts = { steps, secret, exclusiveIds }
  const taken = takenBy()
  if (taken) {
    await taken(operation, parts)
    return operationId
  }
  await withDatabase(() => insertOperation(operation, parts))
  setOff(operationId)
  return operationId
}

/** Begins the run of an operation that is written down: it takes place, and a sweep begins it when this fails. */
export function setOff(operationId: string): void {
  void run(operationId).catch(isLate(operationId))
}

async function run(operationId: string): Promise<void> {
  await launch()
  await DBOS.startWorkflow(workflow(), { workflowID: operationId })(operationId)
}

async function awaken(operationId: string): Promise<void> {
  await launch()
  await wake(operationId)
}

const isLate = (operationId: string) => (error: unknown) =>
  log.warn({ error, operationId }, 'the run of an operation does not answer yet')

/**
 * Takes a person's decision and wakes the run that does it. False: it was not taken, because the operation has moved on or
 * another decision was taken first. @throws DatabaseError `DatabaseUnavailable`
 */
export const decide = (access: Access, operationId: string, decision: Decision): Promise<boolean> =>
  withDatabase(async () => {
    const isTaken = await takeDecision(access, operationId, decision)
    // It is written down, so it comes about: a sweep wakes the run when this fails.
    if (isTaken) await awaken(operationId).catch(isLate(operationId))
    return isTaken
  })
