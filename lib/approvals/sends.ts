import 'server-only'
import { changesOf } from '@/lib/audit/witness'
import type { WitnessedWrite } from '@/lib/cloud/witness'
import { Fault } from '@/lib/failure/errors'
import { definitionOf } from '@/lib/operations/definition'
import type { NewOperation } from '@/lib/operations/engine/database'
import type { Sending } from '@/lib/operations/schema'
import type { Run } from '@/lib/operations/step'

/** What an operation sends, call by call, as far as that is known before it begins. */
export function sendsOfOperation({ operationId, kind, input, profile }: NewOperation): Sending[] {
  const run: Run<unknown> = {
    operationId,
    access: { profile },
    input,
    secret: () => Promise.reject(new Fault('Nothing is sent yet.')),
    made: () => '',
    isDone: () => false,
  }
  return definitionOf(kind)
    .steps(input)
    .flatMap(({ send }) => {
      if (!send) return []
      const on = send.on?.(run)
      return { action: send.action, changes: send.changes(run), ...(on && { on }) }
    })
}

/** What one call sends. */
export function sendOfCall(write: WitnessedWrite): Sending {
  const on = write.parameters[write.subject ?? '']
  return { action: write.action, changes: changesOf(write), ...(on && { on }) }
}
