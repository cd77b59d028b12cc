'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'

import type { AuditGroup, AuditPage } from '@/lib/audit/schema'

interface Held {
  search: string
  rows: readonly AuditGroup[]
}

/** What a row is known by, while calls are added to its operation too. */
export const idOf = ({ write, operation }: AuditGroup) => operation?.operationId ?? String(write.id)

/**
 * The rows of a search as they were first there, each as it stands now. Those that come later wait until they are
 * wanted: nothing moves from under who reads.
 */
export function useHeld(search: string, { data, ...query }: UseQueryResult<AuditPage>) {
  const [openedAt] = useState(Date.now)
  const [held, hold] = useState<Held | undefined>()
  const groups = query.isPlaceholderData ? undefined : data?.groups
  // What the server sends with the page is newer than what an earlier visit left here.
  const isHeld = held?.search === search && held.rows.length > 0 && query.dataUpdatedAt > openedAt
  if (groups && !isHeld && (held?.rows !== groups || held.search !== search))
    hold({ search, rows: groups })
  const show = () => hold(undefined)
  if (!groups || !isHeld) return { rows: data?.groups, fresh: 0, show }
  const now = new Map(groups.map((group) => [idOf(group), group]))
  const known = new Set(held.rows.map(idOf))
  return {
    rows: held.rows.map((group) => now.get(idOf(group)) ?? group),
    fresh: groups.filter((group) => !known.has(idOf(group))).length,
    show,
  }
}
