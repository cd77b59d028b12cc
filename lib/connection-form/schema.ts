import type { z } from 'zod'

import { type ConnectionForm, readConnectionForm } from '@/lib/connection-form/read-form'
import { checkConnectionForm } from '@/lib/connection-form/rules'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import { type ConnectionFormValues, connectionFormValuesSchema } from '@/lib/connection-form/values'
import { InvalidInput } from '@/lib/failure/errors'
import { readWhole } from '@/lib/text/reader'

/** The form, field by field, without the rules across fields. */
export const connectionFormSchema: z.ZodType<ConnectionForm, ConnectionFormValues> =
  connectionFormValuesSchema.transform((values, context) =>
    readWhole(context, values, readConnectionForm),
  )

/** Fields and rules as one schema. `known` is asked on every parse, for it changes with the region. */
export const connectionFormSchemaWith = (
  known: () => Surroundings,
): z.ZodType<ConnectionForm, ConnectionFormValues> =>
  connectionFormValuesSchema.transform((values, context) => {
    for (const { severity, path, message } of checkConnectionForm(values, known()))
      if (severity === 'error') context.addIssue({ code: 'custom', path: path.split('.'), message })
    return readWhole(context, values, readConnectionForm)
  })

/**
 * The form of an action's input, judged against what the cloud says now.
 * @throws InvalidInput with every problem on its field.
 */
export function acceptConnectionForm(
  values: ConnectionFormValues,
  known: Surroundings,
): ConnectionForm {
  const parsed = connectionFormSchemaWith(() => known).safeParse(values)
  if (!parsed.success) throw InvalidInput.of(parsed.error)
  return parsed.data
}
