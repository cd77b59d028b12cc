import 'server-only'
import { auditedAs, type NewAuditEntry, recordAudit } from '@/lib/audit/append'
import { CloudError } from '@/lib/failure/errors'
import { revealPsk } from '@/lib/ipsec-connections/cloud'
import type { ConnectionParams } from '@/lib/ipsec-connections/params'
import type { PreSharedKey } from '@/lib/ipsec-connections/schema'
import type { Access } from '@/lib/request/access'

/**
 * The pre-shared keys of a connection, one a tunnel. Who asked is written down before the cloud is asked,
 * and what came of it afterwards: without a database nobody sees a key. @throws CloudError
 */
export async function revealAudited(
  access: Access,
  params: ConnectionParams,
): Promise<PreSharedKey[]> {
  const entry: NewAuditEntry = {
    ...auditedAs(access),
    phase: 'intent',
    action: 'console:reveal-psk',
    regionId: params.regionId,
    resourceId: params.vpnConnectionId,
    changes: [],
  }
  const intentId = await recordAudit(entry)
  const conclude = (fate: Partial<NewAuditEntry>) =>
    recordAudit({ ...entry, phase: 'result', intentId, ...fate })
  try {
    const keys = await revealPsk(access, params)
    await conclude({ outcome: 'accepted' })
    return keys
  } catch (error) {
    if (error instanceof CloudError) {
      const { outcome, code, requestId } = error
      await conclude({ outcome, code, ...(requestId && { requestId }) })
    }
    throw error
  }
}
