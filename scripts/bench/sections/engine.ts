import { measureEngine } from '@/scripts/bench/engine'
import type { Report } from '@/scripts/bench/report'
import type { Stand } from '@/scripts/bench/stand'

/** P13: a create as an operation beside its calls made in a row. */
export async function measureEngineSection(_: Stand, report: Report): Promise<void> {
  const { engine, durableRow, commits } = await measureEngine()
  report.add(
    {
      goal: 'P13',
      what: 'create as an operation / its calls in a row with synced commits',
      ours: engine,
      theirs: durableRow,
      limit: 1.9,
      unit: 'ms',
    },
    { goal: 'P13', what: 'writing commits of a create', ours: commits, limit: 16, unit: '' },
  )
}
