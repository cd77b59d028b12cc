import type { ReactNode } from 'react'

import { cx } from './cx'
import type { TableColumn } from './table-model'

interface TableRowProps<Row> {
  columns: readonly TableColumn<Row>[]
  row: Row
  /** From 0 within the whole list. */
  index: number
  current: boolean
  /** Reached by Tab; the others by the arrow keys. */
  focusable: boolean
  measure?: (element: HTMLTableRowElement | null) => void
}

export function TableRow<Row>({
  columns,
  row,
  index,
  current,
  focusable,
  measure,
}: TableRowProps<Row>) {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-current={current || undefined}
      tabIndex={focusable ? 0 : -1}
      className={cx(
        'border-t border-line -outline-offset-2',
        current ? 'bg-brand-soft' : 'hover:bg-band',
      )}
    >
      {columns.map((column) => (
        <td
          key={column.id}
          className={cx(
            'h-10 px-3 py-2 align-baseline',
            column.align === 'end' && 'text-right',
            column.mono && 'mono',
            column.actions && 'whitespace-nowrap',
          )}
        >
          {content(column, row)}
        </td>
      ))}
    </tr>
  )
}

function content<Row>({ cell, value }: TableColumn<Row>, row: Row): ReactNode {
  if (cell) return cell(row) ?? '-'
  const plain = value(row)
  return plain === undefined || plain === '' ? '-' : <bdi>{plain}</bdi>
}
