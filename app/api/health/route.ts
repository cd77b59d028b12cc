import { sql } from 'drizzle-orm'

import { db, poolUse } from '@/lib/db/pool'
import { runsOperations } from '@/lib/operations/engine/replicas'
import {
  descriptors,
  GATE_DESCRIPTORS_HEADER,
  isScarce,
  toldDescriptors,
} from '@/lib/process/descriptors'
import { env } from '@/lib/process/env'

export const dynamic = 'force-dynamic'

/**
 * 200 when the console can show things, `degraded` when it can change nothing because its database takes no
 * writes, or when descriptors or connections to the database run out. Machines ask; the gate lets them without a
 * session. The real cloud is not asked: its outage must not restart us.
 */
export async function GET(request: Request): Promise<Response> {
  const [database, cloud] = await Promise.all([
    works(() => db().execute(sql`select 1`)),
    env.CLOUD === 'alibaba' ? 'unchecked' : works(emulatorHealth),
  ])
  const operations = runsOperations() ? 'up' : 'down'
  const open = {
    console: descriptors(),
    gate: toldDescriptors(request.headers.get(GATE_DESCRIPTORS_HEADER)),
  }
  const pool = poolUse()
  const isAvailable = database === 'up' && cloud !== 'down'
  const isShort =
    [open.console, open.gate].some((each) => each && isScarce(each)) || pool.waiting > 0
  const status = !isAvailable ? 'unavailable' : operations === 'up' && !isShort ? 'ok' : 'degraded'
  return Response.json(
    { status, database, cloud, operations, descriptors: open, pool },
    { status: isAvailable ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}

async function works(probe: () => Promise<unknown>): Promise<'up' | 'down'> {
  try {
    await probe()
    return 'up'
  } catch {
    return 'down'
  }
}

async function emulatorHealth(): Promise<void> {
  const address = `http://127.0.0.1:${env.EMULATOR_PORT}/_emulator/health`
  const response = await fetch(address, { signal: AbortSignal.timeout(2000), cache: 'no-store' })
  if (!response.ok) throw new Error('The emulator is not healthy.')
}
