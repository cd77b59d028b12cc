import 'server-only'
import { type EditKeys, startEdit } from '@/lib/connection-edit/operation'
import { carriesTraffic, fateOf, needsName } from '@/lib/connection-edit/plan'
import { prefixChanges } from '@/lib/connection-edit/prefixes'
import type { LastEdit } from '@/lib/connection-edit/schema'
import {
  changesBetween,
  differencesOf,
  type SettingChange,
  settingsOf,
} from '@/lib/connection-edit/settings'
import { OperationError } from '@/lib/failure/errors'
import { describeIpsecConnection } from '@/lib/ipsec-connections/cloud'
import type { ConnectionParams } from '@/lib/ipsec-connections/params'
import { readSecret } from '@/lib/operations/engine/database'
import { lastOperation } from '@/lib/operations/view'
import type { Access } from '@/lib/request/access'

/** The account's last edit of a connection within a day, by which it can be taken back; nothing when there is none. */
export async function lastEdit(
  access: Access,
  { vpnConnectionId }: ConnectionParams,
): Promise<LastEdit | null> {
  const last = await lastOperation(access, 'edit-connection', { vpnConnectionId })
  return last ? { operationId: last.operationId, state: last.state } : null
}

/**
 * What takes the last edit back: an edit in the other direction, with the keys of before. Dangerous when no tunnel is
 * left that carries traffic, or addresses lose their way. Gives what somebody else changed since, and then nothing is begun.
 * @throws OperationError `ReviewOutdated` when `of` is not the last edit any more, or is not done.
 */
export async function undoOf(
  access: Access,
  { operationId, of, ...params }: ConnectionParams & { operationId: string; of: string },
): Promise<{ isDangerous: boolean; go: () => Promise<SettingChange[]> }> {
  const { vpnConnectionId } = params
  const last = await lastOperation(access, 'edit-connection', { vpnConnectionId })
  if (!last || last.state !== 'done' || last.operationId !== of)
    throw new OperationError('ReviewOutdated')
  const { before, after, keys, tunnels, addresses, oneAtATime } = last.input
  const now = await describeIpsecConnection(access, params)
  const theirs = differencesOf(after, settingsOf(now, addresses))
  if (theirs.length > 0) return { isDangerous: false, go: async () => theirs }
  const up = now.tunnels.map((tunnel) => carriesTraffic(tunnel, now.enableBgp))
  const fate = fateOf(changesBetween(after, before), keys, up)
  const tables = await prefixChanges(access, now, { before: after, after: before })
  const isDangerous = needsName(
    { fate, ...(tables && { tables }) },
    oneAtATime && fate.canGoOneAtATime,
  )
  const go = async () => {
    const sealed = keys.length > 0 ? ((await readSecret(of)) as EditKeys) : undefined // as `startEdit` sealed it
    await startEdit(access, {
      operationId,
      subject: now.name || vpnConnectionId,
      input: {
        connection: params,
        before: after,
        after: before,
        keys,
        tunnels,
        addresses,
        oneAtATime,
        up,
      },
      ...(sealed && { secret: { before: sealed.after, after: sealed.before } }),
    })
    return []
  }
  return { isDangerous, go }
}
