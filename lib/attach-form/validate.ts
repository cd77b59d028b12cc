import type { z } from 'zod'

import type { Counted } from '@/lib/attach-form/preflight'
import { checkAttachForm } from '@/lib/attach-form/rules'
import { tunnelsOf } from '@/lib/attach-form/rules/router'
import { type AttachForm, attachFormSchema, readAttachForm } from '@/lib/attach-form/schema'
import { type AttachFormValues, attachFormValuesSchema } from '@/lib/attach-form/values'
import type { AttachFacts } from '@/lib/connection-form/facts'
import { InvalidInput } from '@/lib/failure/errors'
import { readerOf } from '@/lib/text/reader'

/**
 * The whole judgement of the form, fields and rules, as one schema: what the browser checks with, and the
 * server again. `facts` is asked on every parse, for it grows while the page loads.
 */
export const attachFormSchemaWith = (
  facts: () => AttachFacts,
): z.ZodType<AttachForm, AttachFormValues> =>
  attachFormValuesSchema.transform((values, context): AttachForm => {
    const form = readAttachForm(readerOf(context), values)
    for (const { severity, path, message } of checkAttachForm(values, facts()))
      if (severity === 'error') context.addIssue({ code: 'custom', path: path.split('.'), message })
    if (tunnelsOf(values, facts()) !== 2) return form
    const { zoneId: _, ...zoneless } = form
    return zoneless
  })

/**
 * The form of an action's input, judged against fresh facts.
 * @throws InvalidInput with every problem on its field.
 */
export function acceptAttachForm(values: AttachFormValues, facts: AttachFacts): AttachForm {
  const parsed = attachFormSchemaWith(() => facts).safeParse(values)
  if (!parsed.success) throw new InvalidInput(parsed.error.issues)
  return parsed.data
}

/** Every problem of the form as it stands, errors of fields first, for the list beside it. */
export const problemsOf = (values: AttachFormValues, facts: AttachFacts): Counted[] => [
  ...(attachFormSchema.safeParse(values).error?.issues ?? []).map(({ path }): Counted => ({
    path: path.join('.'),
    severity: 'error',
  })),
  ...checkAttachForm(values, facts),
]
