import 'server-only'
import { and, eq, lt, sql } from 'drizzle-orm'

import { listCens } from '@/lib/cen/cloud'
import { PAGE_SIZE } from '@/lib/cloud/paginate'
import { engineDb, type Transaction } from '@/lib/db/pool'
import { historyChanges, observations, watchedRegions } from '@/lib/db/tables'
import { CloudError, isNotFound } from '@/lib/failure/errors'
import { changesSince, observe } from '@/lib/history/observe'
import type { Observation, Seen } from '@/lib/history/schema'
import {
  describeIpsecConnection,
  diagnoseIpsecConnection,
  listIpsecConnections,
} from '@/lib/ipsec-connections/cloud'
import { counters } from '@/lib/metrics/counters'
import { profiles } from '@/lib/people/profiles'
import { env } from '@/lib/process/env'
import { log } from '@/lib/process/log'
import type { Access } from '@/lib/request/access'
import { once } from '@/lib/request/once'
import { listTransitRouters } from '@/lib/transit-routers/cloud'

const MINUTE_MS = 60_000
const DISCOVER_MS = 10 * MINUTE_MS
/** How long a change is kept. */
const KEPT = sql`interval '90 days'`

/** Milliseconds between two looks at a region; 0: nobody watches. */
export const watchInterval = (): number =>
  (env.WATCH_INTERVAL ?? (env.CLOUD === 'emulator' ? 15 : 0)) * 1000

/** Looks at every region that is due, of every account. Several processes share the work: each look is taken once. */
export async function watchDue(): Promise<void> {
  for (const { name: profile } of profiles) {
    const access = { profile }
    try {
      for (const regionId of await longestUnseen(access, await regionsOf(access)))
        if (await claim(access, regionId)) await lookAt(access, regionId)
    } catch (error) {
      // What the cloud or the database did not answer is read at the next look, and the time between is told.
      log.warn({ error, profile }, 'the watcher could not look')
    }
  }
}

/** The regions of an account that are watched: those that were named, else those with a transit router. */
async function regionsOf(access: Access): Promise<readonly string[]> {
  if (env.WATCH_REGIONS) return env.WATCH_REGIONS
  const known = once('watched regions', () => new Map<string, { at: number; regions: string[] }>())
  const kept = known.get(access.profile)
  if (kept && Date.now() - kept.at < DISCOVER_MS) return kept.regions
  const cens = await listCens(access)
  const routers = await Promise.all(cens.map(({ cenId }) => listTransitRouters(access, { cenId })))
  const regions = [...new Set(routers.flat().map(({ regionId }) => regionId))]
  known.set(access.profile, { at: Date.now(), regions })
  return regions
}

/** The regions in the order in which they were read last: where calls are short, each has its turn. */
async function longestUnseen({ profile }: Access, regions: readonly string[]): Promise<string[]> {
  const read = await engineDb()
    .select({ regionId: watchedRegions.regionId, readAt: watchedRegions.readAt })
    .from(watchedRegions)
    .where(eq(watchedRegions.profile, profile))
  const readAt = new Map(read.map((each) => [each.regionId, each.readAt?.getTime() ?? 0]))
  return regions.toSorted((a, b) => (readAt.get(a) ?? 0) - (readAt.get(b) ?? 0))
}

/** Takes the next look at a region, unless it is not due or another process took it. */
async function claim({ profile }: Access, regionId: string): Promise<boolean> {
  const nextAt = sql`now() + ${watchInterval()} * interval '1 millisecond'`
  const { profile: whose, regionId: where, nextAt: due } = watchedRegions
  const taken = await engineDb()
    .insert(watchedRegions)
    .values({ profile, regionId, nextAt })
    .onConflictDoUpdate({ target: [whose, where], set: { nextAt }, setWhere: sql`${due} <= now()` })
    .returning({ regionId: where })
  return taken.length > 0
}

/**
 * Reads the connections of a region once and writes down what changed since the reading before. Two at once write
 * each change once: the second one finds it written, and an older reading counts for nothing.
 */
export async function lookAt(access: Access, regionId: string): Promise<void> {
  const { profile } = access
  const isHere = and(eq(observations.profile, profile), eq(observations.regionId, regionId))
  const before = new Map(
    (await engineDb().select().from(observations).where(isHere)).map((row) => [
      row.vpnConnectionId,
      row.seen,
    ]),
  )
  const planned = pagesOf(before.size)
  if (!spend(profile, planned)) return
  const readAt = await databaseNow()
  const now = new Map(
    (await listIpsecConnections(access, { regionId })).map((each) => [
      each.vpnConnectionId,
      observe(each),
    ]),
  )
  // More than there were the last time: they are counted afterwards.
  count(profile, Math.max(0, pagesOf(now.size) - planned))
  // A list whose pages moved while it was read may lack one that is there.
  for (const [vpnConnectionId, seen] of before)
    if (!now.has(vpnConnectionId)) {
      if (!spend(profile, 1)) {
        // Whether it is gone is asked at the next look.
        now.set(vpnConnectionId, seen)
        continue
      }
      const there = await describeIpsecConnection(access, { regionId, vpnConnectionId }).catch(
        noneIfGone,
      )
      if (there) now.set(vpnConnectionId, observe(there))
    }
  const causes = await causesOf(access, regionId, { before, now })
  await engineDb().transaction((tx) => writeDown(tx, { profile, regionId, readAt, now, causes }))
}

const labelOf = (what: string, to: string) => (/^(setting|unseen)/.test(what) ? '' : to)

/** Readings of several machines are compared: only the database's clock is the same for all. */
async function databaseNow(): Promise<Date> {
  const { rows } = await engineDb().execute<{ at: string }>(sql`select clock_timestamp() as at`)
  return new Date(rows[0]?.at ?? Date.now())
}

interface Reading {
  profile: string
  regionId: string
  readAt: Date
  now: ReadonlyMap<string, Observation>
  /** By connection and light. */
  causes: ReadonlyMap<string, string>
}

async function writeDown(tx: Transaction, reading: Reading): Promise<void> {
  const { profile, regionId, readAt, now, causes } = reading
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`watch ${profile} ${regionId}`}))`)
  const region = and(eq(watchedRegions.profile, profile), eq(watchedRegions.regionId, regionId))
  const [watched] = await tx.select().from(watchedRegions).where(region)
  if (watched?.readAt && watched.readAt >= readAt) return
  const isHere = and(eq(observations.profile, profile), eq(observations.regionId, regionId))
  const known = await tx.select().from(observations).where(isHere)
  const dueAt = env.ALERT_WEBHOOK ? readAt : null
  const changes = known.flatMap(({ vpnConnectionId, readAt: after, seen }) => {
    const is = now.get(vpnConnectionId)
    const common = {
      profile,
      regionId,
      vpnConnectionId,
      name: (is ?? seen).name,
      after,
      at: readAt,
    }
    const missed = readAt.getTime() - after.getTime() > Math.max(4 * watchInterval(), MINUTE_MS)
    const gap: Seen[] = missed
      ? [{ what: 'unseen', from: after.toISOString(), to: readAt.toISOString() }]
      : []
    return [
      ...gap.map((each) => ({ ...common, ...each, dueAt: null })),
      ...changesSince(seen, is).map((each) => {
        const cause = causes.get(`${vpnConnectionId} ${each.what}`)
        return { ...common, ...each, dueAt, ...(cause && { cause }) }
      }),
    ]
  })
  if (changes.length > 0) await tx.insert(historyChanges).values(changes)
  for (const { what, to } of changes)
    // A setting has a value of its own each time; a label has few.
    counters().changes.inc({ what: what.replace(/^setting:.*/, 'setting'), to: labelOf(what, to) })
  const gone = known.filter(({ vpnConnectionId }) => !now.has(vpnConnectionId))
  for (const { vpnConnectionId } of gone)
    await tx
      .delete(observations)
      .where(and(isHere, eq(observations.vpnConnectionId, vpnConnectionId)))
  if (now.size > 0)
    await tx
      .insert(observations)
      .values(
        [...now].map(([vpnConnectionId, seen]) => ({
          profile,
          regionId,
          vpnConnectionId,
          readAt,
          seen,
        })),
      )
      .onConflictDoUpdate({
        target: [observations.profile, observations.vpnConnectionId],
        set: { seen: sql`excluded.seen`, readAt: sql`excluded.read_at` },
      })
  await tx
    .insert(watchedRegions)
    .values({ profile, regionId, nextAt: readAt, readAt })
    .onConflictDoUpdate({
      target: [watchedRegions.profile, watchedRegions.regionId],
      set: { readAt },
    })
}

/** What the cloud says of the tunnels that went down since, as far as calls are left for it. */
async function causesOf(
  access: Access,
  regionId: string,
  { before, now }: Record<'before' | 'now', ReadonlyMap<string, Observation>>,
): Promise<Map<string, string>> {
  const causes = new Map<string, string>()
  for (const [vpnConnectionId, seen] of before) {
    const down = changesSince(seen, now.get(vpnConnectionId)).filter(
      ({ what, to }) => what.startsWith('tunnel:') && to === 'down',
    )
    if (down.length === 0 || !spend(access.profile, 2)) continue
    try {
      const found = await diagnoseIpsecConnection(access, { regionId, vpnConnectionId })
      for (const { what } of down) {
        const index = found.length > 1 ? Number(what.split(':')[1]) - 1 : 0
        const code = found[index]?.failedReasonCode
        if (code) causes.set(`${vpnConnectionId} ${what}`, code)
      }
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
    }
  }
  return causes
}

/** Takes calls from what the account may spend in a minute. False: they are not left, the look waits for the next turn. */
function spend(profile: string, calls: number): boolean {
  const before = spentIn(profile).calls
  if (before > 0 && before + calls > env.WATCH_CALLS) return false
  count(profile, calls)
  return true
}

function count(profile: string, calls: number): void {
  spentIn(profile).calls += calls
}

/** What was spent in the minute that runs, which begins with its first call. */
function spentIn(profile: string): { at: number; calls: number } {
  const spent = once('calls of the watcher', () => new Map<string, { at: number; calls: number }>())
  const minute = spent.get(profile)
  if (minute && Date.now() - minute.at < MINUTE_MS) return minute
  const next = { at: Date.now(), calls: 0 }
  spent.set(profile, next)
  return next
}

const pagesOf = (connections: number) => Math.max(1, Math.ceil(connections / PAGE_SIZE))

/** Deletes what is older than 90 days. */
export const forgetHistory = async (): Promise<void> => {
  await engineDb()
    .delete(historyChanges)
    .where(lt(historyChanges.at, sql`now() - ${KEPT}`))
}

const noneIfGone = (error: unknown) => {
  if (isNotFound(error)) return undefined
  throw error
}
