import { NoTable } from './no-table'

/** Beside the tables there are, so that the reader can go on. */
export default function NotFound() {
  return <NoTable />
}
