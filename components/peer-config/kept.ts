'use client'
import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function subscribe(onChange: () => void) {
  listeners.add(onChange)
  window.addEventListener('storage', onChange)
  return () => {
    listeners.delete(onChange)
    window.removeEventListener('storage', onChange)
  }
}

/** A few texts by name that this browser keeps, such as the answers to a device's questions. Never a secret. */
export function useKept(
  name: string,
): [Record<string, string>, (key: string, value: string) => void] {
  const key = `peer-config/${name}`
  // Written as a query, which any text can be read as.
  const text = useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(key) ?? '',
    () => '',
  )
  const keep = useCallback(
    (field: string, value: string) => {
      const all = new URLSearchParams(window.localStorage.getItem(key) ?? '')
      all.set(field, value)
      window.localStorage.setItem(key, all.toString())
      for (const listener of listeners) listener()
    },
    [key],
  )
  return [Object.fromEntries(new URLSearchParams(text)), keep]
}
