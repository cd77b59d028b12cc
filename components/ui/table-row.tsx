import { ChevronDown, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

import { cx } from './cx'
import { Press } from './press'
import type { TableColumn } from './table-model'

interface TableRowProps<Row> {
  columns: readonly TableColumn<Row>[]
  row: Row
  /** From 0 within the whole list. */
  index: number
  current: boolean
  /** Reached by Tab; the others by the arrow keys. */
  focusable: boolean
  /** How deep it stands within others. */
  inner: boolean
  /** What opens and closes it, where others stand within it. */
  opener: Opener | undefined
  measure?: (element: HTMLTableRowElement | null) => void
}

interface Opener {
  isOpen: boolean
  label: string
  toggle: () => void
}

export function TableRow<Row>({
  columns,
  row,
  index,
  current,
  focusable,
  inner,
  opener,
  measure,
}: TableRowProps<Row>) {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-current={current || undefined}
      data-open={opener?.isOpen}
      tabIndex={focusable ? 0 : -1}
      className={cx(
        'border-t border-line -outline-offset-2',
        current ? 'bg-brand-soft' : inner ? 'bg-sunken hover:bg-band' : 'hover:bg-band',
      )}
    >
      {columns.map((column, at) => (
        <td
          key={column.id}
          className={cx(
            'h-10 px-3 py-2 align-baseline',
            column.align === 'end' && 'text-right',
            column.mono && 'mono',
            column.actions && 'whitespace-nowrap',
          )}
        >
          {at === 0 && (inner || opener) ? (
            <span className="flex items-baseline gap-1">
              {opener ? <Toggle {...opener} /> : <span aria-hidden className="w-8 shrink-0" />}
              <span>{content(column, row)}</span>
            </span>
          ) : (
            content(column, row)
          )}
        </td>
      ))}
    </tr>
  )
}

function Toggle({ isOpen, label, toggle }: Opener) {
  const Icon = isOpen ? ChevronDown : ChevronRight
  return (
    <Press
      aria-expanded={isOpen}
      aria-label={label}
      onClick={toggle}
      className="-my-1 inline-flex size-6 shrink-0 items-center justify-center self-center rounded-control text-muted hover:text-brand"
    >
      <Icon aria-hidden size={16} />
    </Press>
  )
}

function content<Row>({ cell, value }: TableColumn<Row>, row: Row): ReactNode {
  if (cell) return cell(row) ?? '-'
  const plain = value(row)
  return plain === undefined || plain === '' ? '-' : <bdi>{plain}</bdi>
}
