import { planOf, type PlanStep } from '@/lib/attach-form/plan'
import { type PreflightItem, preflightOf } from '@/lib/attach-form/preflight'
import { checkAttachForm } from '@/lib/attach-form/rules'
import { problemsOf } from '@/lib/attach-form/validate'
import type { AttachFormValues } from '@/lib/attach-form/values'
import type { AttachFacts } from '@/lib/connection-form/facts'
import { forTheOtherEnd } from '@/lib/connection-form/peer'
import type { Finding } from '@/lib/connection-form/rules/rule'
import { type Bands, bandsOf } from '@/lib/connection-form/summary'

/** All that is said about a form while it is filled in. Holds no secret. */
export interface Judgement {
  /** One finding a field: its first error, else its first warning. */
  advice: ReadonlyMap<string, Finding>
  bands: Bands
  before: PreflightItem[]
  plan: PlanStep[]
  /** Nothing for a connection that exists: its device has its settings already. */
  peer?: ReturnType<typeof forTheOtherEnd>
}

/** Judges the form as it stands. Cheap enough to run in each pause of typing. */
export function judge(values: AttachFormValues, facts: AttachFacts): Judgement {
  const findings = checkAttachForm(values, facts)
  return {
    advice: adviceOf(findings),
    bands: bandsOf(values, facts),
    before: preflightOf(values, facts, problemsOf(values, facts)),
    plan: planOf(values, facts),
    ...(values.resource.kind === 'create' && { peer: forTheOtherEnd(values.connection, facts) }),
  }
}

/** One finding a field: its first error, else its first warning. */
export function adviceOf(findings: readonly Finding[]): Map<string, Finding> {
  const advice = new Map<string, Finding>()
  for (const finding of findings) {
    const before = advice.get(finding.path)
    if (!before || (before.severity === 'warning' && finding.severity === 'error'))
      advice.set(finding.path, finding)
  }
  return advice
}
