import { type Judgement, judgeConnectionForm } from '@/lib/connection-form/judge'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import type { ConnectionFormValues } from '@/lib/connection-form/values'

/** Judges the form of a connection that exists: as that of a new one, but its device has its settings already. */
export function judgeEdit(values: ConnectionFormValues, known: Surroundings): Judgement {
  const { peer: _, ...judgement } = judgeConnectionForm(values, known)
  return {
    ...judgement,
    // Whether it can be attached is settled, or not asked here.
    before: [
      { status: 'ok', key: 'editReviewed' },
      ...judgement.before.filter(({ key }) => key !== 'oneRouter' && key !== 'regionUnknown'),
    ],
    plan: [{ step: 'edit', title: { key: 'edit' }, detail: { key: 'editDetail' }, skipped: false }],
  }
}
