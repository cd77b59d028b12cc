'use client'
import { useState } from 'react'

interface Read<Row> {
  /** Says which rows these are: of another search none is kept. */
  search?: string
  /** Undefined while they are read. */
  rows: readonly Row[] | undefined
  /** When they were read, in milliseconds since 1970. */
  at: number
  idOf: (row: Row) => string
}

/**
 * The rows of a search as they were first there, each as it stands now. Those that come later, `fresh` so many, wait
 * until `show` is called: nothing moves from under who reads.
 */
export function useHeld<Row>({ search = '', rows, at, idOf }: Read<Row>) {
  const [openedAt] = useState(Date.now)
  const [held, hold] = useState<{ search: string; rows: readonly Row[] } | undefined>()
  // What the server sends with the page is newer than what an earlier visit left here.
  const isHeld = held?.search === search && held.rows.length > 0 && at > openedAt
  if (rows && !isHeld && (held?.rows !== rows || held.search !== search)) hold({ search, rows })
  const show = () => hold(undefined)
  if (!rows || !isHeld) return { rows, fresh: 0, show }
  const now = new Map(rows.map((row) => [idOf(row), row]))
  const known = new Set(held.rows.map(idOf))
  return {
    rows: held.rows.map((row) => now.get(idOf(row)) ?? row),
    fresh: rows.filter((row) => !known.has(idOf(row))).length,
    show,
  }
}
