/** Whether the reader is on the way to another page, from the press to the page. */
let leaving = false
const watchers = new Set<() => void>()

/** Says that somebody is on the way, or has arrived. */
export function setLeaving(next: boolean): void {
  leaving = next
  for (const watcher of watchers) watcher()
}

export const leavingStore = {
  subscribe: (watcher: () => void) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  },
  read: () => leaving,
  readOnServer: () => false,
}
