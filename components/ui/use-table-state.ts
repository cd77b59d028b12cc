'use client'
import { useSearchParams } from 'next/navigation'
import { useSyncExternalStore } from 'react'

import { changeAddress } from './use-address-state'

export interface TableState {
  query: string
  /** Column id to the one value it must have. */
  choices: Record<string, string>
  sort: { id: string; descending: boolean } | undefined
  /** From 0. */
  page: number
}

/** The state of a table, kept in the address so that it can be sent to a colleague. */
export function useTableState(prefix: string, choiceColumns: readonly string[]) {
  const params = useSearchParams()
  const key = (name: string) => (prefix ? `${prefix}.${name}` : name)
  const [sortId, direction] = params.get(key('sort'))?.split('.') ?? []
  const state: TableState = {
    query: params.get(key('q')) ?? '',
    choices: Object.fromEntries(
      choiceColumns.flatMap((id) => {
        const value = params.get(key(id))
        return value === null ? [] : [[id, value]]
      }),
    ),
    sort: sortId ? { id: sortId, descending: direction === 'desc' } : undefined,
    page: Math.max(0, (Number.parseInt(params.get(key('page')) ?? '', 10) || 1) - 1),
  }

  const change = (patch: Partial<TableState>) => {
    // Only what changes is written: the address may be ahead of what was drawn last. Whatever changes which rows
    // are seen starts again at the first page.
    const { query, choices, sort, page = 0 } = patch
    changeAddress({
      ...(query !== undefined && { [key('q')]: query || undefined }),
      ...(choices && Object.fromEntries(choiceColumns.map((id) => [key(id), choices[id]]))),
      ...('sort' in patch && {
        [key('sort')]: sort && `${sort.id}.${sort.descending ? 'desc' : 'asc'}`,
      }),
      [key('page')]: page > 0 ? String(page + 1) : undefined,
    })
  }

  return { state, change }
}

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Which columns of a table the reader has hidden: as the address says, `hide=role,step`, else as this browser
 * remembers.
 */
export function useHiddenColumns(table: string, prefix: string, hiddenAtFirst: readonly string[]) {
  const key = `columns:${table}`
  const parameter = prefix ? `${prefix}.hide` : 'hide'
  const asked = useSearchParams().get(parameter)
  const atFirst = hiddenAtFirst.join(',')
  const stored = useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(key) ?? atFirst,
    () => atFirst,
  )
  const hidden = new Set((asked ?? stored).split(',').filter(Boolean))
  const toggle = (id: string) => {
    const next = new Set(hidden)
    if (!next.delete(id)) next.add(id)
    const text = [...next].join(',')
    if (asked !== null) return changeAddress({ [parameter]: text })
    window.localStorage.setItem(key, text)
    for (const listener of listeners) listener()
    return undefined
  }
  return { hidden, toggle }
}
