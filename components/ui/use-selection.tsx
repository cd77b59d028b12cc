'use client'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useState } from 'react'

import { Checkbox } from './choice'
import type { TableColumn } from './table-model'

/** Rows that can be chosen together. */
export interface SelectRows<Row> {
  /** What a row is called, for its box. */
  name: (row: Row) => string
  /** What can be done with those that are chosen. */
  actions: (rows: readonly Row[], clear: () => void) => React.ReactNode
}

interface Drawn<Row> {
  id: string
  original: Row
}

interface Selection<Row> {
  column: TableColumn<Row>
  /** In the order of the table; of those that are still there. */
  rows: readonly Row[]
  clear: () => void
  /** Chooses the row of an index or lets it go; with the one before, all between them. */
  toggle: (index: number, from?: number) => void
}

const NONE: ReadonlySet<string> = new Set()

/**
 * Which rows of a table are chosen: over all its pages, until the filter, `what` it says, changes what is there.
 * `found`: all rows that it leaves; `inView`: those of the page, by whose indexes rows are chosen.
 */
export function useSelection<Row>(
  select: SelectRows<Row> | undefined,
  {
    what,
    found,
    inView,
  }: { what: string; found: readonly Drawn<Row>[]; inView: readonly Drawn<Row>[] },
): Selection<Row> | undefined {
  const t = useTranslations('ui.table')
  const [chosen, setChosen] = useState({ what, ids: NONE })
  const [last, setLast] = useState<string | undefined>()
  // Let go for good when the filter changes, also when it is put back.
  if (chosen.what !== what) setChosen({ what, ids: NONE })
  if (!select) return undefined
  const ids = chosen.what === what ? chosen.ids : NONE
  // Of rows that are gone nothing is kept.
  const rows = found.filter(({ id }) => ids.has(id)).map(({ original }) => original)
  const choose = (next: ReadonlySet<string>) => setChosen({ what, ids: next })
  const toggle = (index: number, from = index) => {
    const own = inView[index]
    if (!own) return
    const next = new Set(ids)
    const isOn = from === index && ids.has(own.id)
    for (const { id } of inView.slice(Math.min(from, index), Math.max(from, index) + 1))
      if (isOn) next.delete(id)
      else next.add(id)
    setLast(own.id)
    choose(next)
  }
  const press = (event: MouseEvent, id: string) => {
    const index = inView.findIndex((row) => row.id === id)
    const before = inView.findIndex((row) => row.id === last)
    if (event.shiftKey && before >= 0 && before !== index) toggle(index, before)
    else toggle(index)
  }
  const all = found.length > 0 && rows.length === found.length
  const idOf = new Map(found.map(({ id, original }) => [original, id]))
  return {
    rows,
    clear: () => choose(NONE),
    toggle,
    column: {
      id: 'select',
      header: t('select'),
      heading: (
        <Box
          label={t('selectAll', { count: found.length })}
          checked={all}
          partly={!all && rows.length > 0}
          onPress={() => choose(all ? NONE : new Set(found.map(({ id }) => id)))}
        />
      ),
      value: () => undefined,
      cell: (row) => {
        const id = idOf.get(row) ?? ''
        return (
          <Box
            label={t('selectRow', { name: select.name(row) })}
            checked={ids.has(id)}
            onPress={(event) => press(event, id)}
          />
        )
      },
      actions: true,
      width: 'w-10',
    },
  }
}

interface BoxProps {
  label: string
  checked: boolean
  partly?: boolean
  onPress: (event: MouseEvent) => void
}

function Box({ label, checked, partly = false, onPress }: BoxProps) {
  return (
    <Checkbox
      aria-label={label}
      checked={checked}
      ref={(input) => {
        if (input) input.indeterminate = partly
      }}
      // The click tells whether Shift is held; a change does not.
      onClick={onPress}
      onChange={() => undefined}
    />
  )
}
