import { Entries } from './entries'

export default function EntriesTab() {
  return <Entries />
}
