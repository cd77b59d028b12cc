import 'server-only'
import { auditedAs, type NewAuditEntry, recordAudit } from '@/lib/audit/append'
import type { Fate, Witness, WitnessedWrite } from '@/lib/cloud/witness'
import type { Change } from '@/lib/operations/schema'
import { log } from '@/lib/process/log'
import type { Access } from '@/lib/request/access'

/** What says how a write is sent, not what it changes. */
const MEANS: readonly string[] = ['RegionId', 'ClientToken', 'DryRun', 'Force', 'ResourceType']
/** Actions that take something away. */
const REMOVAL = /:(Delete|Disable|Dissociate|Revoke|Un[tT]ag)/

/**
 * The audit's witness: a write is in the audit before it leaves, and its fate once that is known. Without
 * a database nothing leaves. `where`, for calls that do not say it themselves.
 */
export const auditWitness =
  (
    access: Access,
    where: {
      regionId?: string | undefined
      cenId?: string | undefined
      operationId?: string
    },
  ): Witness =>
  async (write) => {
    const intent: NewAuditEntry = {
      ...auditedAs(access),
      phase: 'intent',
      action: write.action,
      regionId: write.parameters['RegionId'] ?? where.regionId ?? '',
      ...inCen(write.parameters['CenId'] ?? where.cenId),
      ...resource(write.parameters[write.subject ?? '']),
      changes: changesOf(write),
      ...(where.operationId && { operationId: where.operationId }),
    }
    const intentId = await recordAudit(intent)
    return async (fate) => {
      const result = { ...intent, phase: 'result', intentId, ...told(write, fate) } as const
      if (fate.outcome === 'accepted' && !result.resourceId)
        log.error({ action: write.action, intentId }, 'a write names no object')
      try {
        await recordAudit(result)
      } catch (error) {
        // It happened, whatever the database says: the intent stands in the audit, the rest in the log.
        log.error({ error, intentId }, 'the result of a write is not in the audit')
      }
    }
  }

/**
 * The values a write sets, each with the one it replaces. A removal sets nothing: the values it names, and
 * those that the caller said go with it, become empty.
 */
export function changesOf({ action, parameters, former, subject }: WitnessedWrite): Change[] {
  const named = new Set([...MEANS, subject])
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

function told({ subject }: WitnessedWrite, fate: Fate): Partial<NewAuditEntry> {
  if (fate.outcome !== 'accepted') {
    const { outcome, code, requestId } = fate
    return { outcome, code, ...(requestId && { requestId }) }
  }
  const { RequestId: requestId, [subject ?? '']: made } = fate.answer
  return {
    outcome: 'accepted',
    ...(typeof requestId === 'string' && { requestId }),
    ...resource(made),
  }
}

const resource = (id: unknown) => (typeof id === 'string' && id ? { resourceId: id } : {})

const inCen = (cenId: string | undefined) => (cenId ? { cenId } : {})
