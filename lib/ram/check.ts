import { randomUUID } from 'node:crypto'

import 'server-only'
import { z } from 'zod'

import { isRead } from '@/lib/cloud/request'
import { sendCbn, sendResourceManager, sendVpc } from '@/lib/cloud/send'
import { CloudError, Fault } from '@/lib/failure/errors'
import { isDenied } from '@/lib/operations/engine/answers'
import type { Access } from '@/lib/people/access'
import { type NamedOperation, ramActions } from '@/lib/ram/actions'
import type { RamAction, Verdict } from '@/lib/ram/schema'
import { once } from '@/lib/request/once'

/** As many tries at once as pages read at once. */
const AT_ONCE = 4

/**
 * Tries each operation that can be tried without changing anything: reads, and dry runs of what does not exist. It says
 * nothing of what there is, so the limits of whoever asks do not matter. Who asks while it is under way gets the same
 * answer: it costs a call for each.
 */
export function checkPermissions(access: Access): Promise<RamAction[]> {
  const underway = once('checks of permissions', () => new Map<string, Promise<RamAction[]>>())
  const { profile } = access
  const checking = underway.get(profile) ?? checkAll(access).finally(() => underway.delete(profile))
  underway.set(profile, checking)
  return checking
}

async function checkAll(access: Access): Promise<RamAction[]> {
  const checked: RamAction[] = []
  for (let at = 0; at < ramActions.length; at += AT_ONCE) {
    const some = ramActions.slice(at, at + AT_ONCE)
    checked.push(...(await Promise.all(some.map((operation) => check(access, operation)))))
  }
  return checked
}

async function check(access: Access, operation: NamedOperation): Promise<RamAction> {
  const { action, declared } = operation
  const told = { action, for: declared.for }
  if (!declared.tried) return { ...told, verdict: 'untried' }
  try {
    await attempt(access, operation, declared.tried)
    return { ...told, verdict: 'allowed' }
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    return { ...told, verdict: verdictOf(error), code: error.code }
  }
}

const verdictOf = (error: CloudError): Verdict => {
  if (isDenied(error)) return 'denied'
  return error.outcome === 'unknown' || error.code.startsWith('Throttling')
    ? 'unclear'
    : 'not-denied'
}

/** Sends it so that nothing happens, whatever it names. */
async function attempt(
  access: Access,
  { product, name, action }: NamedOperation,
  tried: object,
): Promise<void> {
  const [, wireName = ''] = action.split(':')
  const fields = isRead(wireName) ? tried : { ...tried, dryRun: true, clientToken: randomUUID() }
  if (!isRead(wireName) && product === 'resourcemanager')
    throw new Fault(`${action} has no dry run.`)
  // The table holds that name and fields are of the same SDK.
  if (product === 'cen') await sendCbn(access, name as 'describeCens', fields, z.unknown())
  else if (product === 'vpc') {
    const { regionId = 'cn-hangzhou' } = tried as { regionId?: string }
    await sendVpc(access, regionId, name as 'describeRegions', fields, z.unknown())
  } else
    await sendResourceManager(
      access,
      name as 'ListResourceGroups',
      tried as Record<string, string>,
      z.unknown(),
    )
}
