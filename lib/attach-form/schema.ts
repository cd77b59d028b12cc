import type { z } from 'zod'

import { type AttachForm, readAttachForm } from '@/lib/attach-form/read-form'
import { checkAttachForm } from '@/lib/attach-form/rules'
import { tunnelsOf } from '@/lib/attach-form/rules/owner'
import { type AttachFormValues, attachFormValuesSchema } from '@/lib/attach-form/values'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import { InvalidInput } from '@/lib/failure/errors'
import { readWhole } from '@/lib/text/reader'

/** The attach form, field by field, without the rules. */
export const attachFormSchema: z.ZodType<AttachForm, AttachFormValues> =
  attachFormValuesSchema.transform((values, context) => readWhole(context, values, readAttachForm))

/** The whole judgement of the form, fields and rules, as one schema. `known` is asked on every parse. */
export const attachFormSchemaWith = (
  known: () => Surroundings,
): z.ZodType<AttachForm, AttachFormValues> =>
  attachFormValuesSchema.transform((values, context): AttachForm => {
    const form = readWhole(context, values, readAttachForm)
    for (const { severity, path, message } of checkAttachForm(values, known()))
      if (severity === 'error') context.addIssue({ code: 'custom', path: path.split('.'), message })
    if (tunnelsOf(values, known()) !== 2) return form
    const { zoneId: _, ...zoneless } = form
    return zoneless
  })

/**
 * The form of an action's input, judged against what the cloud says now.
 * @throws InvalidInput with every problem on its field.
 */
export function acceptAttachForm(values: AttachFormValues, known: Surroundings): AttachForm {
  const parsed = attachFormSchemaWith(() => known).safeParse(values)
  if (!parsed.success) throw InvalidInput.of(parsed.error)
  return parsed.data
}
