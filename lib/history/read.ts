import 'server-only'
import { and, asc, desc, eq, gte, lt, or, sql } from 'drizzle-orm'

import { mustLieWithin } from '@/lib/cloud/limits'
import { withDatabase } from '@/lib/db/available'
import { db } from '@/lib/db/pool'
import { auditWrites, historyChanges, observations, operations } from '@/lib/db/tables'
import type { HistoryParams } from '@/lib/history/params'
import type { History } from '@/lib/history/schema'
import type { Access } from '@/lib/request/access'

/** More than anybody reads at once; a shorter time shows the others. */
const MOST = 2000
const DAY_MS = 86_400_000

/** Parameters of writes that are no operation, by the form path of what they set. */
const PATHS: Readonly<Record<string, string>> = { Name: 'name' }

/** What changed on a connection in a time, as the watcher saw it, and what the console did there. @throws DatabaseError */
export async function readHistory(
  access: Access,
  { regionId, vpnConnectionId, from, until }: HistoryParams,
): Promise<History> {
  const { profile } = access
  await mustLieWithin(access, { regionId, vpnConnectionId })
  return await withDatabase(async () => {
    const [begin, end] = [new Date(from), new Date(until)]
    const { at } = historyChanges
    const isIt = and(
      eq(historyChanges.profile, profile),
      eq(historyChanges.vpnConnectionId, vpnConnectionId),
    )
    const [seen] = await db()
      .select()
      .from(observations)
      .where(
        and(eq(observations.profile, profile), eq(observations.vpnConnectionId, vpnConnectionId)),
      )
    const newest = await db()
      .select()
      .from(historyChanges)
      .where(and(isIt, gte(at, begin), lt(at, end)))
      .orderBy(desc(historyChanges.id))
      .limit(MOST)
    // The first of each: what stood there before is what stood there at the end of the time asked for.
    const later = await db()
      .selectDistinctOn([historyChanges.what])
      .from(historyChanges)
      .where(and(isIt, gte(at, end)))
      .orderBy(historyChanges.what, asc(historyChanges.id))
    const own = await db()
      .select()
      .from(operations)
      .where(
        and(
          eq(operations.profile, profile),
          or(
            sql`${operations.place} @> ${{ vpnConnectionId }}`,
            sql`${operations.place} @> ${{ vpnConnectionIds: [vpnConnectionId] }}`,
          ),
          lt(operations.startedAt, end),
          sql`coalesce(${operations.finishedAt}, now()) >= ${begin.toISOString()}`,
        ),
      )
      .orderBy(asc(operations.startedAt))
      .limit(MOST)
    const writes = await writesOn(profile, vpnConnectionId, { begin, end })
    const lights = { ...seen?.seen.lights }
    for (const { what, from: was } of later) if (isLight(what)) lights[what] = was
    return {
      isWatched: seen !== undefined,
      from,
      until,
      lights,
      changes: newest.toReversed().map((change) => ({
        id: change.id,
        at: change.at.toISOString(),
        after: change.after.toISOString(),
        what: change.what,
        from: change.from,
        to: change.to,
        ...(change.cause && { cause: change.cause }),
      })),
      operations: own.map(({ operationId, kind, state, startedAt, finishedAt }) => ({
        operationId,
        kind,
        state,
        startedAt: startedAt.toISOString(),
        ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
      })),
      writes,
    }
  })
}

const isLight = (what: string) => /^(tunnel|bgp):\d$|^(health|attachment)$/.test(what)

/** What the console wrote on the connection, each setting by itself, newest first. */
async function writesOn(
  profile: string,
  vpnConnectionId: string,
  { begin, end }: { begin: Date; end: Date },
): Promise<History['writes']> {
  const written = await db()
    .select()
    .from(auditWrites)
    .where(
      and(
        eq(auditWrites.actor, profile),
        eq(auditWrites.resourceId, vpnConnectionId),
        // A write of just before shows in the first reading of the time.
        gte(auditWrites.at, new Date(begin.getTime() - DAY_MS)),
        lt(auditWrites.at, end),
      ),
    )
    .orderBy(desc(auditWrites.id))
    .limit(MOST)
  return written
    .filter(({ outcome }) => outcome !== 'refused')
    .flatMap(({ at, changes, operationId, person }) =>
      changes.map(({ what, to }) => ({
        at: at.toISOString(),
        what: PATHS[what] ?? what,
        to,
        ...(operationId && { operationId }),
        ...(person && { person }),
      })),
    )
}
