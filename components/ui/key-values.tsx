import { Fragment, type ReactNode } from 'react'

import { cx } from './cx'

export interface KeyValue {
  label: ReactNode
  /** Nothing is shown as a dash. */
  value: ReactNode
}

interface KeyValuesProps {
  items: readonly KeyValue[]
  /** Pairs beside each other on a wide screen. */
  columns?: 1 | 2 | 3
}

const grids = {
  1: 'sm:grid-cols-[172px_minmax(0,1fr)]',
  2: 'sm:grid-cols-[172px_minmax(0,1fr)] xl:grid-cols-[172px_minmax(0,1fr)_172px_minmax(0,1fr)]',
  3: 'sm:grid-cols-[140px_minmax(0,1fr)] xl:grid-cols-[140px_minmax(0,1fr)_140px_minmax(0,1fr)_140px_minmax(0,1fr)]',
}

export function KeyValues({ items, columns = 1 }: KeyValuesProps) {
  return (
    <dl className={cx('grid items-baseline gap-x-4 gap-y-2', grids[columns])}>
      {items.map(({ label, value }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the pairs of one object keep their order
        <Fragment key={index}>
          <dt className="text-label text-muted">{label}</dt>
          <dd className="min-w-0 break-words">
            {value === undefined || value === null || value === '' ? '-' : value}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
