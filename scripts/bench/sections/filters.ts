import { type Filter, measureFilter } from '@/scripts/bench/measure'
import type { Report } from '@/scripts/bench/report'
import { paths, routeTables, type Stand } from '@/scripts/bench/stand'

const ROUNDS = 7

/** G4 and G5: a table of 10 000 routes beside one of 100; and its memory after 20 filters. */
export async function measureFilters(stand: Stand, report: Report): Promise<void> {
  const ours = await stand.console()
  const tables = await routeTables(ours)
  const few = tables.get('production') ?? ''
  const many = tables.get('staging') ?? ''
  await ours.steer(`/route-tables/${few}/routes`, { count: 100 })
  await ours.steer(`/route-tables/${many}/routes`, { count: 10_000 })
  const filters: Record<'few' | 'many', Filter[]> = { few: [], many: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    filters.few.push(await measureFilter(stand.browser, ours.url + paths.routeTable(few)))
    filters.many.push(await measureFilter(stand.browser, ours.url + paths.routeTable(many)))
  }
  await ours.steer('/reset', {})
  report.add(
    {
      goal: 'G4',
      what: 'worst key in the filter of 10,000 routes / of 100',
      ours: filters.many.map(({ worst }) => worst),
      theirs: filters.few.map(({ worst }) => worst),
      limit: 2,
      unit: 'ms',
    },
    {
      goal: 'G5',
      what: 'elements of the page with 10,000 routes / with 100',
      ours: filters.many.map(({ nodes }) => nodes),
      theirs: filters.few.map(({ nodes }) => nodes),
      limit: 1.2,
      unit: '',
    },
    {
      goal: 'memory',
      what: 'JavaScript of the page with 10,000 routes after 20 filters / before',
      ours: filters.many.map(({ heap }) => heap.after / 2 ** 20),
      theirs: filters.many.map(({ heap }) => heap.before / 2 ** 20),
      limit: 1.3,
      unit: 'MB',
    },
  )
}
