/** Whether the reader is on the way to another page, from the press to the page. */
let leaving = false
const listeners = new Set<() => void>()

/** Says that somebody is on the way, or has arrived. */
export function setLeaving(next: boolean): void {
  leaving = next
  for (const listener of listeners) listener()
}

export const leavingStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  read: () => leaving,
  readOnServer: () => false,
}
