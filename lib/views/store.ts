import 'server-only'
import { randomUUID } from 'node:crypto'

import { and, asc, count, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'

import { withDatabase } from '@/lib/db/available'
import { db } from '@/lib/db/pool'
import { savedViews as views } from '@/lib/db/tables'
import { InvalidInput } from '@/lib/failure/errors'
import { message, type Packed } from '@/lib/i18n/message'
import { keepPreference, readPreference } from '@/lib/preferences/cookies'
import type { Access } from '@/lib/request/access'
import type { newView } from '@/lib/views/params'
import { MOST_VIEWS, type SavedView } from '@/lib/views/schema'

/** Names this browser where nobody signs in. */
const BROWSER_COOKIE = 'browser'

/** Whose views these are: a person's, or a browser's where nobody signs in. */
const ownerOf = async ({ person }: Access): Promise<string | undefined> =>
  person ? `person ${person.personId}` : await browser()

async function browser(): Promise<string | undefined> {
  const id = await readPreference(BROWSER_COOKIE)
  return id === undefined ? undefined : `browser ${id}`
}

/** Gives the browser a name that has none yet; only an action can set a cookie. */
async function ownerToBe(access: Access): Promise<string> {
  const owner = await ownerOf(access)
  if (owner) return owner
  const id = randomUUID()
  await keepPreference(BROWSER_COOKIE, id)
  return `browser ${id}`
}

const isOwn = ({ profile }: Access, owner: string) =>
  and(eq(views.owner, owner), eq(views.profile, profile))

const shown = {
  viewId: views.viewId,
  table: views.table,
  name: views.name,
  search: views.search,
}

/** The asker's views of a table of this account, by name. @throws DatabaseError */
export async function listViews(access: Access, table: string): Promise<SavedView[]> {
  const owner = await ownerOf(access)
  if (!owner) return []
  return await withDatabase(() =>
    db()
      .select(shown)
      .from(views)
      .where(and(isOwn(access, owner), eq(views.table, table)))
      .orderBy(asc(views.name)),
  )
}

/** Keeps a view under a name of its own. @throws InvalidInput when the name is taken or there are too many; DatabaseError */
export async function saveView(access: Access, view: z.output<typeof newView>): Promise<SavedView> {
  const owner = await ownerToBe(access)
  return await withDatabase(async () => {
    const ofTable = and(isOwn(access, owner), eq(views.table, view.table))
    const [there] = await db().select({ all: count() }).from(views).where(ofTable)
    if ((there?.all ?? 0) >= MOST_VIEWS) throw wrong(message('view.most', { max: MOST_VIEWS }))
    const [saved] = await db()
      .insert(views)
      .values({ ...view, owner, profile: access.profile })
      .onConflictDoNothing()
      .returning(shown)
    if (saved) return saved
    // A press that came twice has made it already.
    const [same] = await db()
      .select(shown)
      .from(views)
      .where(and(ofTable, eq(views.viewId, view.viewId), eq(views.name, view.name)))
    if (!same) throw wrong(message('view.taken', { name: view.name }))
    return same
  })
}

/** @throws InvalidInput when another view of the table has the name; DatabaseError */
export async function renameView(
  access: Access,
  { viewId, name }: { viewId: string; name: string },
): Promise<void> {
  const owner = await ownerOf(access)
  if (!owner) return
  const it = and(isOwn(access, owner), eq(views.viewId, viewId))
  await withDatabase(async () => {
    const [view] = await db().select(shown).from(views).where(it)
    if (!view) throw wrong(message('view.gone'))
    const others = and(isOwn(access, owner), eq(views.table, view.table), ne(views.viewId, viewId))
    const [taken] = await db()
      .select({ viewId: views.viewId })
      .from(views)
      .where(and(others, eq(views.name, name)))
    if (taken) throw wrong(message('view.taken', { name }))
    await db().update(views).set({ name }).where(it)
  })
}

/** Nothing happens when it is gone already. @throws DatabaseError */
export async function deleteView(access: Access, viewId: string): Promise<void> {
  const owner = await ownerOf(access)
  if (owner)
    await withDatabase(() =>
      db()
        .delete(views)
        .where(and(isOwn(access, owner), eq(views.viewId, viewId))),
    )
}

const wrong = (text: Packed) => new InvalidInput([{ path: ['name'], message: text }])
