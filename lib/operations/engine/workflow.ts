import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

import { DBOS, Error as Engine } from '@dbos-inc/dbos-sdk'

import { unwitnessed } from '@/lib/cloud/witness'
import { definitionOf } from '@/lib/operations/definition'
import { insist, LeaseLost, readOperation } from '@/lib/operations/engine/database'
import { DECISION_TOPIC } from '@/lib/operations/engine/decision'
import { claim, type Lease, saveEnded, setQuestion, setState } from '@/lib/operations/engine/lease'
import { takeTurn } from '@/lib/operations/engine/turn'
import { type Opening, type Stage, walk } from '@/lib/operations/engine/walk'
import { isFinal } from '@/lib/operations/schema'
import { log } from '@/lib/process/log'
import { once } from '@/lib/request/once'

const WEEK_SECONDS = 7 * 86_400

/** The one workflow: its id is the operation's. Registered once per process whatever Next bundles. */
export const workflow = () => {
  const newest = once('operation workflow', () => ({ run }))
  newest.run = run
  return once('registered workflow', () =>
    DBOS.registerWorkflow((...given: Parameters<typeof run>) => newest.run(...given), {
      name: 'operation',
      // Each start of the server counts as one; an operation may wait for a person for months.
      maxRecoveryAttempts: 10_000,
    }),
  )
}

/** Operations whose run ended without an end, in this process. The sweep begins them again. */
export const abandoned = () => once('abandoned operations', () => new Set<string>())

/**
 * Takes the operation, walks through its steps and writes its end down. Where it stands is in our own tables alone,
 * so a run that begins anew reads it there. Steps write their own lines in the audit.
 */
async function run(operationId: string): Promise<void> {
  try {
    await unwitnessed(async () => {
      const lease = await insist(() => claim(operationId))
      if (isFinal(lease.operation.state)) return
      if (lease.isInherited) await skipWaits(operationId)
      const steps = definitionOf(lease.operation.kind).steps(lease.operation.input)
      await walk(steps, stageOf(lease), openingOf(lease))
    })
  } catch (error) {
    // Whoever took the operation over runs it now; this run must not even record an end.
    if (error instanceof LeaseLost) return new Promise(() => undefined)
    // The engine's own words: this run was cancelled, or another one owns the operation now.
    if (error instanceof Engine.DBOSError) throw error
    log.warn({ error, operationId }, 'a run broke off, the operation begins again where it stood')
    abandoned().add(operationId)
    // Throwing would end the operation for ever, but only the database was away.
    return new Promise(() => undefined)
  }
}

/** How a run goes on: with the question that stands, with a roll back that was decided, or forward. */
const openingOf = ({ operation: { question, decided, cancelledAt } }: Lease): Opening => ({
  ...(question && { question }),
  ...(decided && { decided }),
  undoing: cancelledAt !== null,
})

// DBOS would take what is asked inside of a workflow for one of its steps.
const outside = AsyncLocalStorage.snapshot()

/** DBOS numbers the waits of a run and gives the recorded ones their old answers: this run's own come after them. */
async function skipWaits(operationId: string): Promise<void> {
  const recorded = await insist(() => outside(() => DBOS.listWorkflowSteps(operationId)))
  const waits = recorded?.filter(({ name }) => name === 'DBOS.recv').length ?? 0
  for (let wait = 0; wait < waits; wait += 1)
    await DBOS.recv(DECISION_TOPIC, { timeoutSeconds: 0.001 })
}

function stageOf(lease: Lease): Stage {
  const { operationId, cancelledAt } = lease.operation
  let state: 'running' | 'undoing' = cancelledAt ? 'undoing' : 'running'
  const decided = async () => (await insist(() => readOperation(operationId))).decided
  return {
    turn: (name, mode, resumed) => insist(() => takeTurn(lease, { name, mode, resumed })),
    pause: async (milliseconds) => {
      await insist(() => saveEnded(lease))
      const word = await DBOS.recv(DECISION_TOPIC, { timeoutSeconds: milliseconds / 1000 })
      return word === null ? null : decided()
    },
    ask: async (question) => {
      if (question !== lease.operation.question) await insist(() => setQuestion(lease, question))
      for (;;) {
        const decision = await decided()
        if (decision === 'continue') await insist(() => setState(lease, state))
        if (decision) return decision
        await DBOS.recv(DECISION_TOPIC, { timeoutSeconds: WEEK_SECONDS })
      }
    },
    decided,
    beginUndo: async () => {
      state = 'undoing'
      if (lease.operation.state !== state) await insist(() => setState(lease, 'undoing'))
    },
    hasUndone: () =>
      lease.steps.some(({ direction, record }) => direction === 'undo' && record.phase === 'done'),
    finish: (end) => insist(() => setState(lease, end)),
  }
}
