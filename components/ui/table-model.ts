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

export interface TableColumn<Row> {
  id: string
  header: string
  /** What the column is filtered, sorted and exported by. Empty shows as a dash. */
  value: (row: Row) => string | number | undefined
  /** What is shown, where that is more than the value. */
  cell?: (row: Row) => ReactNode
  /** Numbers stand at the right. */
  align?: 'end'
  mono?: boolean
  /** The column has few values: offers them as a filter of its own. */
  choices?: boolean
  /** Not shown until asked for. */
  hidden?: boolean
  /** A column of actions: not sorted, filtered, exported or hidden. */
  actions?: boolean
  /** Tailwind class of its width. */
  width?: string
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

/** The columns of a table as the table library wants them. */
export function columnDefs<Row extends object>(columns: readonly TableColumn<Row>[]) {
  const helper = createColumnHelper<typeof features, Row>()
  return helper.columns([
    ...columns.map(({ id, header, value, actions }) =>
      helper.accessor(value, {
        id,
        header,
        enableSorting: !actions,
        sortFn: (a, b) => compare(a.getValue<Value>(id), b.getValue<Value>(id)),
        sortUndefined: 'last',
        filterFn: (row, column, { equals, holds }: ColumnWish) => {
          const text = String(row.getValue<Value>(column) ?? '')
          return (
            (equals === undefined || text === equals) &&
            holds.every((part) => text.toLowerCase().includes(part))
          )
        },
      }),
    ),
    helper.accessor((row) => columns.map(({ value }) => lower(value(row))).join('\n'), {
      id: WHOLE_ROW,
      filterFn: (row, column, words: string[]) => {
        const text = row.getValue<string>(column)
        return words.every((word) => text.includes(word))
      },
    }),
  ])
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Numbers by size; texts as people order them, `vpc-9` before `vpc-10`. */
const compare = (a: Value, b: Value): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
