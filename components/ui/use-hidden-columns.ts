'use client'
import { useSyncExternalStore } from 'react'

const watchers = new Set<() => void>()
const subscribe = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Which columns of a table the reader has hidden, remembered by this browser. */
export function useHiddenColumns(table: string, hiddenAtFirst: readonly string[]) {
  const key = `columns:${table}`
  const atFirst = hiddenAtFirst.join(',')
  const stored = useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(key) ?? atFirst,
    () => atFirst,
  )
  const hidden = new Set(stored.split(',').filter(Boolean))
  const toggle = (id: string) => {
    const next = new Set(hidden)
    if (!next.delete(id)) next.add(id)
    window.localStorage.setItem(key, [...next].join(','))
    for (const watcher of watchers) watcher()
  }
  return { hidden, toggle }
}
