/** What one operation has to say, from its start to its end. */
export interface Notice {
  /** Of the operation: a later notice of the same id takes the place of the earlier. */
  id: string
  state: 'running' | 'done' | 'failed'
  /** A whole sentence in the reader's language. */
  text: string
  /** Where to see it. */
  href?: string
  /** For a failure: the cloud's code and request id. */
  code?: string | undefined
  requestId?: string | undefined
}

let notices: readonly Notice[] = []
const watchers = new Set<() => void>()

function change(next: readonly Notice[]) {
  notices = next
  for (const watcher of watchers) watcher()
}

/** Shows a notice, or turns the one with the same id into this. Browser only. */
export function notify(notice: Notice): void {
  const known = notices.some(({ id }) => id === notice.id)
  change(
    known ? notices.map((each) => (each.id === notice.id ? notice : each)) : [...notices, notice],
  )
}

/** Puts a notice away. The operation goes on. */
export const dismiss = (id: string): void => change(notices.filter((notice) => notice.id !== id))

/** For `useSyncExternalStore`. */
export const noticeStore = {
  subscribe: (watcher: () => void) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  },
  read: () => notices,
  readOnServer: (): readonly Notice[] => NONE,
}

const NONE: readonly Notice[] = []

/** Whether an operation is shown as under way. */
export const isUnderWay = (id: string): boolean =>
  notices.some((notice) => notice.id === id && notice.state === 'running')
