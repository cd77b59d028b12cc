import { useNow as useRequestTime } from 'next-intl'
import { useSyncExternalStore } from 'react'

const SECOND = 1000

let now = 0
const listeners = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | undefined

const read = () => {
  now = Math.floor(Date.now() / SECOND) * SECOND
}

/** One clock for all who show how long ago something was. */
function subscribe(listener: () => void) {
  listeners.add(listener)
  if (!ticking) {
    read()
    ticking = setInterval(() => {
      read()
      for (const each of listeners) each()
    }, SECOND)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

/**
 * What `say` makes of the current time (milliseconds, whole seconds), drawn anew only when it says something else.
 * The server and the first drawing in the browser take the time of the request, so that they agree.
 */
export function useClock<T extends string | number>(say: (now: number) => T): T {
  const requested = useRequestTime().getTime()
  return useSyncExternalStore(
    subscribe,
    () => {
      if (!ticking) read()
      return say(now)
    },
    () => say(Math.floor(requested / SECOND) * SECOND),
  )
}
