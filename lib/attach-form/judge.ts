import { planOf } from '@/lib/attach-form/plan'
import { preflightOf } from '@/lib/attach-form/preflight'
import { checkAttachForm } from '@/lib/attach-form/rules'
import { attachFormSchema } from '@/lib/attach-form/schema'
import { attachFormBands } from '@/lib/attach-form/summary'
import { type AttachFormValues, attachFormValuesSchema } from '@/lib/attach-form/values'
import { adviceOf, fieldProblems, type Judgement } from '@/lib/connection-form/judge'
import { forTheOtherEnd } from '@/lib/connection-form/peer'
import type { Surroundings } from '@/lib/connection-form/surroundings'

/** Judges the form as it stands. Cheap enough to run in each pause of typing. */
export function judgeAttachForm(typed: AttachFormValues, known: Surroundings): Judgement {
  const values = attachFormValuesSchema.safeParse(typed).data ?? typed
  const findings = checkAttachForm(values, known)
  const problems = [...fieldProblems(attachFormSchema.safeParse(values)), ...findings]
  return {
    advice: adviceOf(findings),
    bands: attachFormBands(values, known),
    before: preflightOf(values, known, problems),
    plan: planOf(values, known),
    ...(values.resource.kind === 'create' && { peer: forTheOtherEnd(values.connection, known) }),
  }
}
