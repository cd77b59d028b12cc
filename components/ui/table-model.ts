import {
  columnFilteringFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'

import type { Precision } from '@/lib/i18n/time'

export interface TableColumn<Row> {
  id: string
  header: string
  /** What stands in its heading, where that is more than words. */
  heading?: ReactNode
  /** What the column is filtered, sorted and exported by. Empty shows as a dash. */
  value: (row: Row) => string | number | undefined
  /** What is shown, where that is more than the value. */
  cell?: (row: Row) => ReactNode
  /** Its values are moments (ISO 8601), shown to this precision by the clock that the reader has chosen. */
  moment?: Precision
  /** What the rows are sorted by, where that is not the value. */
  order?: (row: Row) => string | number | undefined
  /** Numbers stand at the right. */
  align?: 'end'
  mono?: boolean
  /**
   * The column has few values: offers them as a filter of its own. A function gives what the address keeps,
   * where the value is a word of the reader's language.
   */
  choices?: true | ((row: Row) => string)
  /** Its choices have no list of their own beside the filter, which suggests them. */
  quiet?: boolean
  /** Not shown until asked for. */
  hidden?: boolean
  /** Rows have no order by it. */
  unsorted?: boolean
  /** A column of actions: not sorted, filtered, exported or hidden. */
  actions?: boolean
  /** Tailwind class of its width. Where all that are shown have one, no content changes it. */
  width?: string
}

/** Rows that the server filters and sorts. */
export interface RemoteRows<Row> {
  /** How many rows match on all pages. */
  total: number
  /** There are more than were counted. */
  isMore?: boolean
  /** By column id: the values that it is filtered by. */
  choices: Record<string, { value: string; label: string }[]>
  /** Reads every row that matches, for the export. */
  all: () => Promise<readonly Row[]>
}

/** Rows that stand below another one, and are shown when that is opened. */
export interface InnerRows<Row> {
  has: (row: Row) => boolean
  /** The ids of those that are open. */
  open: ReadonlySet<string>
  toggle: (id: string) => void
  /** What the button of a row is called. */
  label: (row: Row) => string
  /** Undefined while they are read. */
  of: (row: Row) => readonly Row[] | Error | undefined
}

export const features = tableFeatures({
  columnFilteringFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
})

/** What a filter asks of one column. */
export interface ColumnWish {
  equals: string | undefined
  /** In lower case. */
  holds: string[]
}

/** A column nobody sees: all text of a row, for the filter. */
export const WHOLE_ROW = 'whole-row'

type Value = string | number | undefined

const lower = (value: Value) => String(value ?? '').toLowerCase()

/** What the address keeps of a row's value in a column of few values. */
export const choiceOf = <Row>({ choices, value }: TableColumn<Row>, row: Row): string =>
  typeof choices === 'function' ? choices(row) : String(value(row) ?? '')

/** What a filter looks into: the word on the screen and, where it differs, what the address calls it. */
const searchText = <Row>(column: TableColumn<Row>, row: Row, value: Value): string =>
  typeof column.choices === 'function'
    ? `${lower(value)} ${lower(column.choices(row))}`
    : lower(value)

/** The columns of a table as the table library wants them. */
export function columnDefs<Row extends object>(columns: readonly TableColumn<Row>[]) {
  const helper = createColumnHelper<typeof features, Row>()
  return helper.columns([
    ...columns.map((column) => {
      const { id, header, value, actions, order = value } = column
      return helper.accessor(value, {
        id,
        header,
        enableSorting: !actions,
        sortFn: (a, b) => compare(order(a.original), order(b.original)),
        sortUndefined: 'last',
        filterFn: (row, _, { equals, holds }: ColumnWish) => {
          if (equals !== undefined && choiceOf(column, row.original) !== equals) return false
          if (holds.length === 0) return true
          const text = searchText(column, row.original, row.getValue<Value>(id))
          return holds.every((part) => text.includes(part))
        },
      })
    }),
    helper.accessor(
      (row) => columns.map((column) => searchText(column, row, column.value(row))).join('\n'),
      {
        id: WHOLE_ROW,
        filterFn: (row, column, words: string[]) => {
          const text = row.getValue<string>(column)
          return words.every((word) => text.includes(word))
        },
      },
    ),
  ])
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Numbers by size; texts as people order them, `vpc-9` before `vpc-10`. */
const compare = (a: Value, b: Value): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
