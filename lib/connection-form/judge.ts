import { adviceOf, type Judgement } from '@/lib/attach-form/judge'
import { CREATE_STEP } from '@/lib/attach-form/plan'
import { type PreflightItem, problemItems } from '@/lib/attach-form/preflight'
import { checkConnection } from '@/lib/attach-form/rules'
import type { AttachFacts } from '@/lib/connection-form/facts'
import { forTheOtherEnd } from '@/lib/connection-form/peer'
import { type ConnectionFormValues, connectionFormSchema } from '@/lib/connection-form/schema'
import { connectionBands, connectionSummary } from '@/lib/connection-form/summary'
import { attachesIn } from '@/lib/regions/attachable'

/** Judges the form of a connection that is not attached, as it stands. */
export function judgeConnection(values: ConnectionFormValues, facts: AttachFacts): Judgement {
  const findings = checkConnection(values.connection, facts)
  const wrongFields = connectionFormSchema.safeParse(values).error?.issues ?? []
  return {
    advice: adviceOf(findings),
    bands: {
      basic: [
        [...(values.name ? [values.name] : []), ...connectionSummary(values.connection, facts)],
      ],
      ...connectionBands(values.connection),
    },
    before: [
      regionItem(values.regionId),
      ...problemItems([
        ...wrongFields.map(({ path }) => ({ path: path.join('.'), severity: 'error' as const })),
        ...findings,
      ]),
    ],
    plan: [CREATE_STEP],
    peer: forTheOtherEnd(values.connection, facts),
  }
}

/** Guide, Limits: one router for each connection, and only in some regions. */
const regionItem = (region: string): PreflightItem =>
  attachesIn(region)
    ? { status: 'ok', key: 'oneRouter' }
    : { status: 'warning', key: 'regionUnknown', values: { region } }
