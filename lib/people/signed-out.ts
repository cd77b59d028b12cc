let isOut = false
const watchers = new Set<() => void>()

function change(to: boolean) {
  if (isOut === to) return
  isOut = to
  for (const watcher of watchers) watcher()
}

/** The console said that the session of this page has ended. Browser only. */
export const tellSignedOut = (): void => change(true)

/** Somebody signed in again, or does not want to now. */
export const forgetSignedOut = (): void => change(false)

/** For `useSyncExternalStore`: whether this page has to ask its person to sign in again. */
export const signedOutStore = {
  subscribe: (watcher: () => void) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  },
  read: () => isOut,
  readOnServer: () => false,
}
