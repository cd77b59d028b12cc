import { createContext, type ReactNode } from 'react'

export interface TableViewsProps {
  /** The name of the table. */
  table: string
  /** Parameters of the address that say what it shows. */
  parameters: readonly string[]
  /** The one that holds the hidden columns, and those that are hidden now. */
  hide: { parameter: string; columns: readonly string[] }
}

/** What draws the way to save a table as it is shown; there is none where nothing is given. */
export const TableViews = createContext<((props: TableViewsProps) => ReactNode) | undefined>(
  undefined,
)
