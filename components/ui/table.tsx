'use client'
import { useTable } from '@tanstack/react-table'
import { useTranslations } from 'next-intl'
import { useSearchParams } from 'next/navigation'
import { type ReactNode, useMemo } from 'react'

import { readFilter, type TableFilter } from '@/lib/table/filter'
import { PAGE } from '@/lib/table/page'

import { ErrorState } from './error-state'
import { Press } from './press'
import { TableBody } from './table-body'
import { TableHead } from './table-head'
import {
  columnDefs,
  type ColumnWish,
  features,
  type InnerRows,
  type RemoteRows,
  type TableColumn,
  WHOLE_ROW,
} from './table-model'
import { Pages } from './table-pages'
import { TableToolbar } from './table-toolbar'
import { Time, usePrintTime } from './time'
import { type SelectRows, useSelection } from './use-selection'
import { useHiddenColumns, useTableState } from './use-table-state'

/** Up to this many rows are taken in at a glance: no filter, no pages. */
const GLANCE = 5
export interface TableProps<Row extends object> {
  /** Names the remembered column choice and the exported file. */
  name: string
  /** What the rows are, for screen readers and beside their count. */
  label: string
  columns: readonly TableColumn<Row>[]
  /** `undefined` while they are being read. */
  rows: readonly Row[] | undefined
  /** The first rows of a list that is still being read: shown, but neither counted, found nor exported. */
  start?: readonly Row[] | undefined
  rowId: (row: Row) => string
  error?: Error | null
  onRetry?: () => void
  /** What to show when there are no rows at all. */
  empty: ReactNode
  /** Buttons before the filter. */
  actions?: ReactNode
  /** After the count: when the rows were read. */
  note?: ReactNode
  /** The row whose details are open beside the table. */
  currentId?: string | undefined
  /** Thousands of rows: one scrolling list that draws what is in view, instead of pages. */
  long?: boolean
  /** Tells two tables of one page apart in its address. */
  prefix?: string
  /** `rows` are one page that the server has filtered and sorted by the state in the address. */
  remote?: RemoteRows<Row>
  /** Parameters of the page's address that say which rows these are, beside the table's own: they belong to a view. */
  address?: readonly string[]
  /** Rows can be chosen, to do something with all of them. */
  select?: SelectRows<Row>
  /** Rows within rows; not in a long list. */
  inside?: InnerRows<Row>
}

const NO_ROWS: never[] = []

/** The one table: filter, sort, column choice, pages or a long list, export, keys, and its state in the address. */
export function Table<Row extends object>(props: TableProps<Row>) {
  const { name, label, rows, rowId, error, long = false, prefix = '', remote } = props
  const columns = useShownColumns(props.columns)
  const t = useTranslations('ui.table')
  const choiceColumns = columns.filter(({ choices }) => choices).map(({ id }) => id)
  const { state, change } = useTableState(prefix, choiceColumns)
  const { hidden, toggle } = useHiddenColumns(
    name,
    prefix,
    columns.filter((column) => column.hidden).map(({ id }) => id),
  )
  const filter = readFilter(state.query, columns)
  const filtered = state.query.trim() !== '' || Object.keys(state.choices).length > 0
  // Which rows an address finds, or which is the first by another order, only the whole list tells.
  const start = filtered || state.sort || state.page > 0 ? undefined : props.start
  const total = remote?.total ?? rows?.length ?? 0
  const paged = !long && total > GLANCE

  const table = useTable({
    features,
    columns: useMemo(() => columnDefs(columns), [columns]),
    data: (rows ?? start ?? NO_ROWS) as Row[], // the library only reads it
    getRowId: rowId,
    state: {
      columnFilters: remote ? [] : columnFilters(filter, state.choices),
      columnVisibility: {
        [WHOLE_ROW]: false,
        ...Object.fromEntries([...hidden].map((id) => [id, false])),
      },
      sorting: state.sort && !remote ? [{ id: state.sort.id, desc: state.sort.descending }] : [],
    },
  })
  const found = table.getSortedRowModel().rows
  const shown = columns.filter(({ id }) => !hidden.has(id))
  const pages = Math.ceil((remote ? total : found.length) / PAGE)
  // A page past the end of a list that became shorter is its last page.
  const inView =
    paged && !remote
      ? found.slice(Math.min(state.page, Math.max(0, pages - 1)) * PAGE).slice(0, PAGE)
      : found

  const address = [
    ...['q', ...choiceColumns].map((each) => (prefix ? `${prefix}.${each}` : each)),
    ...(props.address ?? []),
  ]
  const asked = useSearchParams()
  const selection = useSelection(props.select, {
    what: JSON.stringify(address.map((each) => asked.get(each))),
    found,
    inView,
  })
  const drawn = selection ? [selection.column, ...shown] : shown
  return (
    <div className="flex flex-col gap-3">
      {error && <ErrorState error={error} {...(props.onRetry && { onRetry: props.onRetry })} />}
      <TableToolbar
        name={name}
        label={label}
        columns={columns}
        rows={rows}
        found={rows ? found.map((row) => row.original) : NO_ROWS}
        hidden={hidden}
        toggle={toggle}
        state={state}
        change={change}
        searchable={remote !== undefined || filtered || total > GLANCE || start !== undefined}
        reading={start?.length}
        filtered={filtered}
        address={[...address, prefix ? `${prefix}.sort` : 'sort']}
        selected={selection?.rows ?? NO_ROWS}
        selectedActions={
          selection &&
          selection.rows.length > 0 &&
          props.select?.actions(selection.rows, selection.clear)
        }
        clearSelected={selection?.clear}
        hide={prefix ? `${prefix}.hide` : 'hide'}
        remote={remote}
        actions={props.actions}
        note={props.note}
      />
      <TableBody
        label={label}
        columns={drawn}
        rows={inView}
        loading={rows === undefined && start === undefined && !error}
        long={long}
        currentId={props.currentId}
        inside={props.inside}
        choose={selection?.toggle}
        rowId={rowId}
        head={<TableHead columns={drawn} sort={state.sort} onSort={(sort) => change({ sort })} />}
        nothing={
          rows === undefined ? null : filtered ? (
            <NoMatch
              text={t('noMatch')}
              clear={t('clear')}
              onClear={() => change({ query: '', choices: {} })}
            />
          ) : (
            props.empty
          )
        }
      />
      {paged && (pages > 1 || state.page > 0) && (
        <Pages
          label={label}
          page={Math.min(state.page, pages - 1)}
          pages={pages}
          onPage={(page) => change({ page })}
        />
      )}
    </div>
  )
}

/** The columns with their moments as the reader's clock shows them. */
function useShownColumns<Row>(columns: readonly TableColumn<Row>[]): readonly TableColumn<Row>[] {
  const print = usePrintTime()
  return useMemo(
    () =>
      columns.map((column) => {
        const { moment, value } = column
        if (!moment) return column
        const at = (row: Row) => String(value(row) ?? '')
        return {
          ...column,
          order: value,
          value: (row) => (at(row) ? print(at(row), moment) : undefined),
          cell: (row) => <Time at={at(row)} precision={moment} stacked />,
        }
      }),
    [columns, print],
  )
}

function columnFilters({ words, properties }: TableFilter, choices: Record<string, string>) {
  const wishes = new Map<string, ColumnWish>()
  for (const [id, equals] of Object.entries(choices)) wishes.set(id, { equals, holds: [] })
  for (const { id, text } of properties) {
    const wish = wishes.get(id) ?? { equals: undefined, holds: [] }
    wishes.set(id, { ...wish, holds: [...wish.holds, text] })
  }
  const filters: { id: string; value: unknown }[] = [...wishes].map(([id, value]) => ({
    id,
    value,
  }))
  return words.length > 0 ? [...filters, { id: WHOLE_ROW, value: words }] : filters
}

interface NoMatchProps {
  text: string
  clear: string
  onClear: () => void
}

function NoMatch({ text, clear, onClear }: NoMatchProps) {
  return (
    <div className="flex items-center justify-center gap-3 px-6 py-8 text-muted">
      {text}
      <Press onClick={onClear} className="font-medium text-brand hover:underline">
        {clear}
      </Press>
    </div>
  )
}
