import { planOf } from '@/lib/attach-form/plan'
import { preflightOf } from '@/lib/attach-form/preflight'
import { readAttachForm } from '@/lib/attach-form/read-form'
import { checkAttachForm } from '@/lib/attach-form/rules'
import { attachFormBands } from '@/lib/attach-form/summary'
import type { AttachFormValues } from '@/lib/attach-form/values'
import { adviceOf, fieldProblems, type Judgement } from '@/lib/connection-form/judge'
import { forTheOtherEnd } from '@/lib/connection-form/peer'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import { issuesOf, tidied } from '@/lib/text/reading'

/** Judges the form as it stands. Cheap enough to run in each pause of typing. */
export function judgeAttachForm(typed: AttachFormValues, known: Surroundings): Judgement {
  const values = tidied(typed)
  const findings = checkAttachForm(values, known)
  const problems = [...fieldProblems(issuesOf(readAttachForm, values)), ...findings]
  return {
    advice: adviceOf(findings),
    bands: attachFormBands(values, known),
    before: preflightOf(values, known, problems),
    plan: planOf(values, known),
    ...(values.resource.kind === 'create'
      ? { peer: forTheOtherEnd(values.connection, known) }
      : { unasked: ['encryption', 'bgp', 'healthCheck'] as const }),
  }
}
