'use client'
import { Columns3, Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, use, useId, useState } from 'react'

import { toCsv } from '@/lib/table/csv'

import { Button } from './button'
import { cx } from './cx'
import { IconButton } from './icon-button'
import { Menu } from './menu'
import { saveFile } from './save-file'
import { Select } from './select'
import { Spinner } from './spinner'
import { TableFilter } from './table-filter'
import { choiceOf, type RemoteRows, type TableColumn } from './table-model'
import { TableViews } from './table-views'
import type { TableState } from './use-table-state'

interface TableToolbarProps<Row> {
  name: string
  label: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[] | undefined
  /** The rows the filter leaves, in order. */
  found: readonly Row[]
  hidden: ReadonlySet<string>
  toggle: (id: string) => void
  state: TableState
  change: (patch: Partial<TableState>) => void
  searchable: boolean
  /** So many first rows are shown while the list is read. */
  reading: number | undefined
  /** Those that are chosen, and what can be done with them. */
  selected: readonly Row[]
  selectedActions: ReactNode
  clearSelected: (() => void) | undefined
  /** The parameters of the address that say what is shown, and the one of the hidden columns. */
  address: readonly string[]
  hide: string
  /** A filter stands. */
  filtered: boolean
  actions: ReactNode
  note: ReactNode
  remote: RemoteRows<Row> | undefined
}

export function TableToolbar<Row>(props: TableToolbarProps<Row>) {
  const { name, columns, rows, found, selected, hidden, state, change, searchable, remote } = props
  const t = useTranslations('ui.table')
  const views = use(TableViews)
  const real = columns.filter(({ actions }) => !actions)
  const offersOf = (column: TableColumn<Row>) =>
    remote ? (remote.choices[column.id] ?? []) : valuesOf(column, rows ?? [])
  const first = useOffered(real, rows, searchable)
  // The choices of a server come when they come.
  const isOffered = (column: TableColumn<Row>) =>
    remote && rows ? offersOf(column).length > 0 : first.has(column.id)
  const [exporting, setExporting] = useState(false)
  const [failed, setFailed] = useState(false)
  const download = async () => {
    setExporting(true)
    setFailed(false)
    try {
      save(selected.length > 0 ? selected : remote ? await remote.all() : found)
    } catch {
      setFailed(true)
    }
    setExporting(false)
  }
  const save = (all: readonly Row[]) => {
    const lines = all.map((row) => real.map(({ value }) => value(row) ?? ''))
    const text = toCsv([real.map(({ header }) => header), ...lines])
    // The byte order mark makes spreadsheets read UTF-8.
    saveFile(`${name}.csv`, `\uFEFF${text}`, 'text/csv')
  }
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
      {props.actions}
      {/* It keeps its place while it is not known whether there is anything to search. */}
      {(searchable || rows === undefined || rows.length > 0) && (
        <div className={cx('contents', !searchable && 'invisible')}>
          <TableFilter
            label={t('filter', { what: props.label })}
            hint={t('filterHint', { column: real[1]?.header ?? '' })}
            columns={real}
            rows={rows ?? []}
            query={state.query}
            onQuery={(query) => change({ query })}
          />
          {real
            .filter((column) => (!column.quiet && isOffered(column)) || state.choices[column.id])
            .map((column) => (
              <ChoiceFilter
                key={column.id}
                header={column.header}
                options={offersOf(column)}
                value={state.choices[column.id] ?? ''}
                onChange={(value) => {
                  const { [column.id]: _, ...others } = state.choices
                  change({ choices: value ? { ...others, [column.id]: value } : others })
                }}
              />
            ))}
        </div>
      )}
      <output className={cx('text-label font-medium', selected.length === 0 && 'sr-only')}>
        {selected.length > 0 && t('selected', { count: selected.length })}
      </output>
      {selected.length > 0 && (
        <span className="flex flex-wrap items-center gap-3">
          {props.selectedActions}
          <Button variant="link" onClick={props.clearSelected}>
            {t('clearSelected')}
          </Button>
        </span>
      )}
      <div className="ml-auto flex flex-wrap items-center justify-end gap-1">
        {rows !== undefined && rows.length > 0 && (
          <output className="mr-3 text-label text-muted">
            {remote
              ? t(remote.isMore ? 'overFound' : props.filtered ? 'onlyFound' : 'count', {
                  count: remote.total,
                })
              : found.length === rows.length
                ? t('count', { count: rows.length })
                : t('found', { found: found.length, count: rows.length })}
          </output>
        )}
        {rows === undefined &&
          (props.reading === undefined ? (
            // What comes in their place later would begin a line of its own, and push the table down.
            <span aria-hidden className="invisible mr-3 text-label">
              {t('count', { count: 10 })}
            </span>
          ) : (
            <output className="mr-3 text-label text-muted">
              {t('start', { count: props.reading })}
            </output>
          ))}
        {props.note}
        {(searchable || rows === undefined || rows.length > 0) && (
          <div className={cx('contents', !searchable && 'invisible')}>
            {views?.({
              table: name,
              parameters: props.address,
              hide: { parameter: props.hide, columns: [...hidden] },
            })}
          </div>
        )}
        <Menu
          label={t('columns')}
          className="inline-flex size-7 items-center justify-center rounded-control text-muted hover:bg-band hover:text-brand"
          items={real.map(({ id, header }, index) => ({
            key: id,
            label: header,
            checked: !hidden.has(id),
            disabled: index === 0,
            onSelect: () => props.toggle(id),
          }))}
        >
          <Columns3 aria-hidden size={16} />
        </Menu>
        <IconButton
          icon={Download}
          label={
            selected.length > 0 ? t('exportSelected', { count: selected.length }) : t('export')
          }
          onClick={() => void download()}
          disabled={exporting || found.length === 0}
        />
        {exporting && <Spinner />}
        {failed && (
          <span role="alert" className="text-hint text-error">
            {t('exportFailed')}
          </span>
        )}
      </div>
    </div>
  )
}

/** The values of a column in some rows; one that is empty in some makes a choice even alone. */
function valuesOf<Row>(column: TableColumn<Row>, rows: readonly Row[]): Choice[] {
  const labels = new Map(
    rows.map((row) => [choiceOf(column, row), String(column.value(row) ?? '')] as const),
  )
  if (labels.size < 2) return []
  return [...labels]
    .map(([value, label]) => ({ value, label }))
    .filter(({ value }) => value)
    .toSorted((a, b) => a.label.localeCompare(b.label))
}

/**
 * The columns that have a list of choices of their own: those with something to choose from when the rows were first
 * read. One that gets it later, by a status that changes, pushes no table down; the filter suggests it.
 */
function useOffered<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[] | undefined,
  searchable: boolean,
): ReadonlySet<string> {
  const all = columns.filter(({ choices }) => choices)
  const [first, setFirst] = useState<{ searchable: boolean; ids: ReadonlySet<string> }>()
  if (rows && first?.searchable !== searchable) {
    const ids = all.filter((column) => valuesOf(column, rows).length > 0).map(({ id }) => id)
    setFirst({ searchable, ids: new Set(ids) })
  }
  if (!rows && first) setFirst(undefined)
  // What there is to choose is not known yet: it keeps its place.
  return first?.ids ?? new Set(all.map(({ id }) => id))
}

type Choice = RemoteRows<unknown>['choices'][string][number]

interface ChoiceFilterProps {
  header: string
  options: Choice[]
  value: string
  onChange: (value: string) => void
}

function ChoiceFilter({ header, options, value, onChange }: ChoiceFilterProps) {
  const t = useTranslations('ui.table')
  const id = useId()
  const known = options.some((option) => option.value === value)
  return (
    <div className="w-44">
      <span id={`${id}-label`} className="sr-only">
        {header}
      </span>
      <Select
        id={id}
        labelledBy={`${id}-label`}
        options={[
          { value: '', label: t('any', { column: header }) },
          ...options,
          // What the address asks for stays to be seen, and to be taken back, when no row has it any more.
          ...(value && !known ? [{ value, label: value }] : []),
        ]}
        value={value}
        onChange={onChange}
        placeholder={t('any', { column: header })}
      />
    </div>
  )
}
