import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import '@/lib/operations/kinds'
import { definitionOf, definitions } from '@/lib/operations/definition'
import { insist } from '@/lib/operations/engine/database'
import { launch } from '@/lib/operations/engine/launch'
import type { OperationKind } from '@/lib/operations/schema'
import { start } from '@/lib/operations/start'
import type { Run, Step } from '@/lib/operations/step'
import type { Notice, Point, Write } from '@/proofs/points'

// A server without pages. Told points, it stops there once in every write, or dies.

export interface Order {
  kind: OperationKind
  given: { operationId: string; input: unknown; secret?: unknown }
}

const { POINTS_FOLDER: folder, DIES_THERE: dies } = process.env
const waiting = new Map<string, () => void>()
/** The writes that left this process. */
const sent = new Set<string>()

if (folder)
  for (const [kind, definition] of definitions())
    definitions().set(kind, {
      ...definition,
      steps: (input) => definition.steps(input).map((step) => pointed(step, folder)),
    })

function pointed(step: Step<unknown>, folder: string): Step<unknown> {
  const { send, changed } = step
  if (!send) return step
  const come = async (here: Point, { operationId }: Run<unknown>) => {
    const write = { operationId, step: step.name }
    if (pointOf(folder, operationId) !== here || !isFirst(folder, write)) return
    if (dies) process.kill(process.pid, 'SIGKILL')
    await tell('point', write)
  }
  return {
    ...step,
    look: async (run) => {
      if (sent.has(nameOf(run, step))) await come('in the wait', run)
      return step.look(run)
    },
    changed: async (run) => {
      await tell('beginning', { operationId: run.operationId, step: step.name })
      await come('before the intent', run)
      return (await changed?.(run)) ?? []
    },
    send: {
      ...send,
      call: async (run, write) => {
        await come('before the call leaves', run)
        const answer = send.call(run, write)
        sent.add(nameOf(run, step))
        setTimeout(() => void come('while the answer is under way', run), 100)
        const id = await answer
        await come('before the answer is recorded', run)
        return id
      },
    },
  }
}

const nameOf = ({ operationId }: Run<unknown>, { name }: Step<unknown>) => `${operationId} ${name}`

/** Files, because a server that comes after must know, too. */
const pointOf = (folder: string, operationId: string) =>
  readFileSync(join(folder, operationId), 'utf8')

function isFirst(folder: string, { operationId, step }: Write): boolean {
  try {
    openSync(join(folder, encodeURIComponent(`${operationId} ${step}`)), 'wx')
    return true
  } catch {
    return false
  }
}

const keyOf = ({ about, operationId, step }: Notice) => `${about} ${operationId} ${step}`

function tell(about: Notice['about'], write: Write): Promise<void> {
  const notice = { about, ...write }
  process.send?.(notice)
  return new Promise((resolve) => waiting.set(keyOf(notice), resolve))
}

// The test that started us is gone.
process.once('disconnect', () => process.exit())
process.on('message', (message: Order | Notice) => {
  if ('about' in message) return waiting.get(keyOf(message))?.()
  const { kind, given } = message
  const { operationId } = given
  const begin = { ...given, subject: operationId, place: { regionId: 'eu-central-1' } }
  // Refused without a database, as it must be; whoever asked asks again.
  void insist(() => start({ profile: 'main' }, definitionOf(kind), begin))
})
void launch().then(() => process.send?.('ready'))
