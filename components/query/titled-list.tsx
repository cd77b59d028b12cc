'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'

import { Table, type TableProps } from '@/components/ui/table'

interface TitledListProps<Row extends object> extends Omit<
  TableProps<Row>,
  'label' | 'rows' | 'error' | 'onRetry' | 'prefix'
> {
  title: string
  list: Pick<UseQueryResult<Row[]>, 'data' | 'error' | 'refetch'>
  /** What stands between the title and the table. */
  notice?: ReactNode
}

/** One of several lists of a page: read whole, under a title, with parameters of its own in the address. */
export function TitledList<Row extends object>({
  title,
  list,
  notice,
  ...table
}: TitledListProps<Row>) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 text-section font-semibold">
        {title}
      </h2>
      {notice && <div className="mb-3 max-w-240">{notice}</div>}
      <Table
        {...table}
        prefix={table.name}
        label={title}
        rows={list.data}
        error={list.error}
        onRetry={() => void list.refetch()}
      />
    </section>
  )
}
