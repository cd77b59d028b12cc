import type { z } from 'zod'

import { type Connection, readConnection } from '@/lib/connection-form/read'
import { checkConnectionForm } from '@/lib/connection-form/rules'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import { type ConnectionFormValues, connectionFormValuesSchema } from '@/lib/connection-form/values'
import { InvalidInput } from '@/lib/failure/errors'
import { type Tag, tagList } from '@/lib/tags/schema'
import { parseChosenId } from '@/lib/text/chosen-id'
import { parseName } from '@/lib/text/name'
import { type Reader, readerOf, reportLong } from '@/lib/text/reader'

/** The form as it is sent. */
export interface ConnectionForm {
  regionId: string
  name: string
  tag: Tag[]
  connection: Connection
}

/** The form, field by field, without the rules across fields. */
export const connectionFormSchema: z.ZodType<ConnectionForm, ConnectionFormValues> =
  connectionFormValuesSchema.transform((values, context) => readWhole(context, values))

/** Fields and rules as one schema. `known` is asked on every parse, for it changes with the region. */
export const connectionFormSchemaWith = (
  known: () => Surroundings,
): z.ZodType<ConnectionForm, ConnectionFormValues> =>
  connectionFormValuesSchema.transform((values, context) => {
    for (const { severity, path, message } of checkConnectionForm(values, known()))
      if (severity === 'error') context.addIssue({ code: 'custom', path: path.split('.'), message })
    return readWhole(context, values)
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

function readWhole(context: z.RefinementCtx, values: ConnectionFormValues): ConnectionForm {
  const form = readForm(readerOf(context), values)
  reportLong(context, values)
  return form
}

const readForm = (read: Reader, values: ConnectionFormValues): ConnectionForm => ({
  regionId: read.text(parseRegion, values.regionId, 'regionId'),
  name: read.text(parseConnectionName, values.name, 'name'),
  tag: read.part(tagList, values.tag, 'tag'),
  connection: readConnection(read.at('connection'), values.connection),
})

const parseRegion = parseChosenId('choose.region')
// Alibaba: CreateVpnAttachment, Name: up to 100 characters.
const parseConnectionName = (text: string) => parseName(text, 100)
