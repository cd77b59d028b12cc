import 'server-only'
import { randomUUID } from 'node:crypto'

import { DBOS, Error as Engine } from '@dbos-inc/dbos-sdk'

import { unwitnessed } from '@/lib/cloud/witness'
import { definitionOf } from '@/lib/operations/definition'
import {
  claim,
  isHeldBy,
  type Lease,
  readSteps,
  setQuestion,
  setState,
} from '@/lib/operations/engine/database'
import { DECISION_TOPIC } from '@/lib/operations/engine/decision'
import { insist, takeTurn } from '@/lib/operations/engine/turn'
import { type Opening, type Stage, walk } from '@/lib/operations/engine/walk'
import type { Decision } from '@/lib/operations/schema'
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

/** Takes the operation, walks through its steps and writes its end down. Steps write their own lines in the audit. */
async function run(operationId: string, opening?: Opening): Promise<void> {
  try {
    await unwitnessed(async () => {
      // Outside of a durable step on purpose: each run of the workflow takes the operation for itself.
      const { operation, lease } = await insist(() => claim(operationId, randomUUID()))
      const steps = definitionOf(operation.kind).steps(operation.input)
      const state = await walk(steps, stageOf(operationId, lease), opening)
      await durable('finish', () => setState(operationId, state))
    })
  } catch (error) {
    // The engine's own words: this run was cancelled, or another one owns the operation now.
    if (error instanceof Engine.DBOSError) throw error
    log.warn({ error, operationId }, 'a run broke off, the operation begins again where it stood')
    abandoned().add(operationId)
    // Throwing would end the operation for ever, but only the database was away.
    return new Promise(() => undefined)
  }
}

function stageOf(operationId: string, lease: Lease): Stage {
  let state: 'running' | 'undoing' = 'running'
  return {
    turn: async (name, mode, resumed) => {
      const next = await durable(`${mode} ${name}`, () =>
        takeTurn(operationId, lease, { name, mode, resumed }),
      )
      // Whoever took the operation over runs it now; this run must not even record an end.
      if (next.go === 'stopped' && !(await insist(() => isHeldBy(operationId, lease.holder))))
        return new Promise(() => undefined)
      return next
    },
    pause: (milliseconds) =>
      DBOS.recv<Decision>(DECISION_TOPIC, { timeoutSeconds: milliseconds / 1000 }),
    ask: async (question) => {
      await durable('ask', () => setQuestion(operationId, question))
      for (;;) {
        const decision = await DBOS.recv<Decision>(DECISION_TOPIC, { timeoutSeconds: WEEK_SECONDS })
        if (decision === null) continue
        await durable('answer', () => setState(operationId, state))
        return decision
      }
    },
    beginUndo: () => {
      state = 'undoing'
      return durable('begin undo', () => setState(operationId, 'undoing'))
    },
    hasUndone: () =>
      durable('has undone', async () => {
        const steps = await readSteps(operationId)
        return steps.some(
          ({ direction, record }) => direction === 'undo' && record.phase === 'done',
        )
      }),
  }
}

/** A step of the workflow: recorded when it is over, begun again when the process dies before. */
const durable = <T>(name: string, write: () => Promise<T>): Promise<T> =>
  DBOS.runStep(() => insist(write), { name })
