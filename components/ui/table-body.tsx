'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'

import { cx } from './cx'
import { ErrorState } from './error-state'
import { Skeleton } from './skeleton'
import type { InnerRows, TableColumn } from './table-model'
import { TableRow } from './table-row'

/** Pixels; only rows in view are drawn, the others are guessed at this. */
const ROW = 41
/** Rows of a page that is still being read. */
const SKELETONS = ['a', 'b', 'c', 'd', 'e']

interface BodyRow<Row> {
  id: string
  original: Row
}

/** A row as it is drawn: within another one, or in place of those that are not there. */
interface DrawnRow<Row> extends BodyRow<Row> {
  inner?: true
  missing?: Error | 'reading'
}

interface TableBodyProps<Row> {
  label: string
  columns: readonly TableColumn<Row>[]
  rows: readonly BodyRow<Row>[]
  loading: boolean
  long: boolean
  currentId: string | undefined
  inside: InnerRows<Row> | undefined
  /** Chooses a row, or all from one to another; undefined where rows are not chosen. */
  choose: ((index: number, from?: number) => void) | undefined
  rowId: (row: Row) => string
  head: ReactNode
  /** Instead of rows. */
  nothing: ReactNode
}

export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { label, columns, loading, long, currentId, inside, choose, head, nothing } = props
  const rows = withInner(props)
  const scroller = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(0)
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: long,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  })
  const items = long
    ? virtualizer.getVirtualItems()
    : rows.map((_, index) => ({ index, start: 0, end: 0 }))
  const above = long ? (items[0]?.start ?? 0) : 0
  const below = long ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const row = event.target
    if (!(row instanceof HTMLTableRowElement)) return
    if (event.key === 'Enter') row.querySelector('a')?.click()
    const opens = { ArrowRight: 'false', ArrowLeft: 'true' }[event.key]
    if (opens !== undefined && row.dataset['open'] === opens)
      row.querySelector<HTMLElement>('[aria-expanded]')?.click()
    const at = Number(row.dataset['index'])
    if (event.key === ' ' && choose) {
      event.preventDefault()
      choose(at)
    }
    const to = destination(event.key, at, rows.length)
    if (to === undefined) return
    event.preventDefault()
    if (event.shiftKey && to !== at) choose?.(to, at)
    setFocused(to)
    if (long) virtualizer.scrollToIndex(to)
    const body = event.currentTarget
    requestAnimationFrame(() => body.querySelector<HTMLElement>(`tr[data-index="${to}"]`)?.focus())
  }

  return (
    <div
      ref={scroller}
      // Rows are reached by keys and bring it along; headings alone can be wider than the page, too.
      {...(rows.length === 0 && { role: 'group', 'aria-label': label, tabIndex: 0 })}
      // What is hidden but for screen readers stays within it too.
      className={cx(
        'relative overflow-x-auto border-b border-line',
        long && 'max-h-[70vh] overflow-y-auto',
      )}
    >
      <table
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-busy={loading}
        className={cx(
          // No column is so narrow that a Chinese word of two or three characters breaks in it.
          'w-full border-collapse text-label wrap-break-word break-keep',
          columns.every(({ width }) => width) && 'table-fixed',
        )}
      >
        {/* The columns find their width with the rows: until then there are no headings that could move. */}
        {loading ? (
          <SkeletonHead columns={columns} />
        ) : (
          <thead className={cx('bg-band', long && 'sticky top-0 z-10')}>{head}</thead>
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys move between its rows */}
        <tbody onKeyDown={onKeyDown}>
          {above > 0 && <Spacer height={above} columns={columns.length} />}
          {items.map(({ index }) => {
            const row = rows[index]
            if (row?.missing)
              return <Missing key={row.id} why={row.missing} columns={columns.length} />
            return (
              row && (
                <TableRow
                  key={row.id}
                  columns={columns}
                  row={row.original}
                  index={index}
                  current={row.id === currentId}
                  focusable={index === Math.min(focused, rows.length - 1)}
                  inner={row.inner === true}
                  opener={openerOf(row, inside)}
                  {...(long && { measure: virtualizer.measureElement })}
                />
              )
            )
          })}
          {below > 0 && <Spacer height={below} columns={columns.length} />}
          {loading &&
            SKELETONS.map((key) => (
              <tr key={key} className="border-t border-line">
                {columns.map(({ id }) => (
                  <td key={id} className="h-10 px-3">
                    <Skeleton className="w-3/5" />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
      {!loading && rows.length === 0 && nothing}
    </div>
  )
}

/** The rows with those within them that are open. */
function withInner<Row>({ rows, inside, rowId }: TableBodyProps<Row>): readonly DrawnRow<Row>[] {
  if (!inside) return rows
  return rows.flatMap((row): DrawnRow<Row>[] => {
    if (!inside.has(row.original) || !inside.open.has(row.id)) return [row]
    const inner = inside.of(row.original)
    if (inner === undefined || inner instanceof Error)
      return [row, { ...row, id: `${row.id} inner`, missing: inner ?? 'reading' }]
    return [
      row,
      ...inner.map((original) => ({ id: rowId(original), original, inner: true as const })),
    ]
  })
}

function openerOf<Row>(row: DrawnRow<Row>, inside: InnerRows<Row> | undefined) {
  if (!inside || row.inner || !inside.has(row.original)) return undefined
  return {
    isOpen: inside.open.has(row.id),
    label: inside.label(row.original),
    toggle: () => inside.toggle(row.id),
  }
}

function Missing({ why, columns }: { why: Error | 'reading'; columns: number }) {
  return (
    <tr className="border-t border-line bg-sunken">
      <td colSpan={columns} className="h-10 px-3 py-2">
        {why === 'reading' ? <Skeleton className="w-2/5" /> : <ErrorState error={why} />}
      </td>
    </tr>
  )
}

function SkeletonHead<Row>({ columns }: { columns: readonly TableColumn<Row>[] }) {
  return (
    <thead className="bg-band">
      <tr>
        {columns.map(({ id, header, width }) => (
          <th key={id} scope="col" className={cx('h-9 px-3', width)}>
            <span className="sr-only">{header}</span>
            <Skeleton className="w-2/5" />
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Stands for the rows out of view, so that the scroll bar tells the truth. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- an empty cell, hidden from readers */}
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

function destination(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(index + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(index - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}
