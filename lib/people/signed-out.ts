let isOut = false
const listeners = new Set<() => void>()

function change(to: boolean) {
  if (isOut === to) return
  isOut = to
  for (const listener of listeners) listener()
}

/** The console said that the session of this page has ended. Browser only. */
export const tellSignedOut = (): void => change(true)

/** Somebody signed in again, or does not want to now. */
export const forgetSignedOut = (): void => change(false)

/** For `useSyncExternalStore`: whether this page has to ask its person to sign in again. */
export const signedOutStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  read: () => isOut,
  readOnServer: () => false,
}
