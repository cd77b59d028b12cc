const CHANGING_MS = 2000
const SETTLED_MS = 30_000
const MINUTE = 60_000
/** Reading every page of a long list costs a call for 50 rows; 20 calls a minute are enough for a tab, and 40 more while something changes. */
const MS_PER_ROW = { settled: 60, changing: 30 }
/** The same for rows that are read one by one. */
const MS_PER_CALL = 1500
const MOST_MS = 10 * MINUTE

/** The cloud works on it: every such word ends so (`Attaching`, `Replacing`, `updating`). */
export const isChanging = (status: string): boolean => /ing$/i.test(status)

/** Words that do not end in -ing, under which nothing can be done either. Alibaba: DescribeVpnConnections, State; ListTransitRouterPeerAttachments, Status. */
const OVER = /^(deleted|detached|financiallocked)$/i

/**
 * Whether what has this status takes changes, routes, attachments: all documented words but those above. A word that
 * nobody documents is no reason against it: the cloud has the last word.
 */
export const takesChanges = (status: string): boolean => !isChanging(status) && !OVER.test(status)

/** Since when an answer has been the same: the query library keeps the object while its content stays. */
const seenFirst = new WeakMap<object, number>()

/** In few steps: a timer begins anew whenever its interval is another one. */
function settledInterval(data: unknown): number {
  if (typeof data !== 'object' || data === null) return SETTLED_MS
  const now = Date.now()
  const first = seenFirst.get(data) ?? now
  seenFirst.set(data, first)
  const unchanged = now - first
  const quiet = unchanged < 5 * MINUTE ? SETTLED_MS : unchanged < 20 * MINUTE ? MINUTE : 2 * MINUTE
  return Math.min(MOST_MS, Math.max(quiet, lengthOf(data) * MS_PER_ROW.settled))
}

const lengthOf = (data: unknown): number => (Array.isArray(data) ? data.length : 1)

/**
 * A `refetchInterval`: milliseconds until the next read, soon while one of the statuses read last says that
 * something changes, later the longer nothing has and the longer the list is. The query library reads only
 * while the tab is visible, and at once when it comes into view.
 */
export const pollByStatus =
  <T>(statuses: (data: T) => readonly string[]) =>
  ({ state }: { state: { data: T | undefined } }): number =>
    state.data !== undefined && statuses(state.data).some(isChanging)
      ? Math.max(CHANGING_MS, lengthOf(state.data) * MS_PER_ROW.changing)
      : settledInterval(state.data)

/** The same for what has no status. */
export const pollQuietly = pollByStatus<unknown>(() => [])

/** How often each of `count` rows is read, when those that change are read one by one. */
export const followingInterval = (count: number): number =>
  Math.max(CHANGING_MS, count * MS_PER_CALL)
