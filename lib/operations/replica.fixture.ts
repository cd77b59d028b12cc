import { openSync } from 'node:fs'
import { join } from 'node:path'

import '@/lib/attachments/delete-operation'
import '@/lib/attachments/operation'
import '@/lib/route-tables/operation'
import { define, definitionOf } from '@/lib/operations/definition'
import { launch } from '@/lib/operations/launch'
import { type OperationKind, operationKinds } from '@/lib/operations/schema'
import { start } from '@/lib/operations/start'
import type { Step } from '@/lib/operations/step'

// A server without pages: it runs operations and, told a kill point, dies there once in every write.

export interface Order {
  kind: OperationKind
  given: { operationId: string; input: unknown; secret?: unknown }
}

const { KILL_POINT: point, KILL_FOLDER: folder = '' } = process.env

if (point)
  for (const kind of operationKinds) {
    const { steps } = definitionOf(kind)
    define({ kind, steps: (input) => steps(input).map(mortal) })
  }

function mortal(step: Step<unknown>): Step<unknown> {
  const { send } = step
  if (!send) return step
  const die = (here: string) => {
    if (here === point && isFirst(step.name)) process.kill(process.pid, 'SIGKILL')
  }
  let isSent = false
  return {
    ...step,
    look: async (run) => {
      if (isSent) die('in the wait')
      return step.look(run)
    },
    send: {
      ...send,
      changes: (run) => {
        die('before the intent')
        return send.changes(run)
      },
      call: async (run, write) => {
        die('before the call leaves')
        const answer = send.call(run, write)
        isSent = true
        setTimeout(() => die('while the answer is under way'), 100)
        const id = await answer
        die('before the answer is recorded')
        return id
      },
    },
  }
}

function isFirst(step: string): boolean {
  try {
    openSync(join(folder, encodeURIComponent(step)), 'wx')
    return true
  } catch {
    return false
  }
}

// The test that started us is gone.
process.once('disconnect', () => process.exit())
process.on('message', ({ kind, given }: Order) => {
  const { operationId } = given
  const place = { regionId: 'eu-central-1' }
  void start({ profile: 'main' }, definitionOf(kind), { ...given, subject: operationId, place })
})
void launch().then(() => process.send?.('ready'))
