'use client'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'

import { cx } from './cx'
import { Press } from './press'
import type { TableColumn } from './table-model'
import type { TableState } from './use-table-state'

interface TableHeadProps<Row> {
  columns: readonly TableColumn<Row>[]
  sort: TableState['sort']
  onSort: (sort: TableState['sort']) => void
}

/** A heading sorts upwards, then downwards, then not at all. */
export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <tr>
      {columns.map(({ id, header, heading, align, actions, unsorted, width }) => {
        const direction =
          sort?.id === id ? (sort.descending ? 'descending' : 'ascending') : undefined
        const Arrow =
          direction === undefined ? ChevronsUpDown : direction === 'ascending' ? ArrowUp : ArrowDown
        const next =
          direction === undefined
            ? { id, descending: false }
            : direction === 'ascending'
              ? { id, descending: true }
              : undefined
        return (
          <th
            key={id}
            scope="col"
            aria-sort={direction}
            className={cx(
              'h-9 px-3 text-left font-medium whitespace-nowrap text-muted',
              align === 'end' && 'text-right',
              width,
            )}
          >
            {actions || unsorted ? (
              (heading ?? header)
            ) : (
              <Press
                onClick={() => onSort(next)}
                className={cx(
                  'group inline-flex items-center gap-1 rounded-control align-middle font-medium hover:text-brand',
                  align === 'end' && 'flex-row-reverse',
                )}
              >
                {header}
                <Arrow
                  aria-hidden
                  size={13}
                  className={direction ? 'text-brand' : 'opacity-0 group-hover:opacity-60'}
                />
              </Press>
            )}
          </th>
        )
      })}
    </tr>
  )
}
