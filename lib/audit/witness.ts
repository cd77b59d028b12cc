import 'server-only'
import { type NewAuditEntry, recordAudit } from '@/lib/audit/append'
import { subjectOf } from '@/lib/audit/subjects'
import type { Fate, Witness, WitnessedWrite } from '@/lib/cloud/witness'
import type { Change } from '@/lib/operations/schema'
import { log } from '@/lib/process/log'
import type { Access } from '@/lib/request/access'

/** What says how a write is sent, not what it changes. */
const MEANS = new Set(['RegionId', 'ClientToken', 'DryRun', 'Force', 'ResourceType'])
/** Actions that take something away. */
const REMOVAL = /:(Delete|Disable|Dissociate|Revoke|Un[tT]ag)/

/**
 * The audit's witness: a write is in the audit before it leaves, and its fate once that is known. Without
 * a database nothing leaves. `regionId` is where, for calls that do not say it themselves.
 */
export const auditWitness =
  ({ profile }: Access, regionId: string): Witness =>
  async (write) => {
    const intent: NewAuditEntry = {
      actor: profile,
      phase: 'intent',
      action: write.action,
      regionId: write.parameters['RegionId'] ?? regionId,
      ...resource(write.parameters[subjectOf(write.action)]),
      changes: changesOf(write),
    }
    const intentId = await recordAudit(intent)
    return async (fate) => {
      try {
        await recordAudit({ ...intent, phase: 'result', intentId, ...told(write, fate) })
      } catch (error) {
        // It happened, whatever the database says: the intent stands in the audit, the rest in the log.
        log.error({ error, intentId }, 'the result of a write is not in the audit')
      }
    }
  }

/** What is by each parameter, and what was; of a removal, what it names and what was said to go with it. */
function changesOf({ action, parameters, former }: WitnessedWrite): Change[] {
  const named = new Set([...MEANS, subjectOf(action)])
  const told = Object.entries(parameters).filter(([name]) => !named.has(name))
  const changes = REMOVAL.test(action)
    ? Object.entries({ ...former, ...Object.fromEntries(told) }).map(([what, from]) => ({
        what,
        from,
        to: '',
      }))
    : told.map(([what, to]) => ({ what, from: former[what] ?? '', to }))
  return changes.filter(({ from, to }) => from !== '' || to !== '')
}

function told({ action }: WitnessedWrite, fate: Fate): Partial<NewAuditEntry> {
  if (fate.outcome !== 'accepted') {
    const { outcome, code, requestId } = fate
    return { outcome, code, ...(requestId && { requestId }) }
  }
  const { RequestId: requestId, [subjectOf(action)]: made } = fate.answer
  return {
    outcome: 'accepted',
    ...(typeof requestId === 'string' && { requestId }),
    ...resource(made),
  }
}

const resource = (id: unknown) => (typeof id === 'string' && id ? { resourceId: id } : {})
