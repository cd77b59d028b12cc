import { z } from 'zod'

import { connectionDefaults } from '@/lib/attach-form/defaults'
import { checkConnection } from '@/lib/attach-form/rules'
import { attachFormValuesSchema } from '@/lib/attach-form/values'
import type { AttachFacts } from '@/lib/connection-form/facts'
import { type Connection, readConnection } from '@/lib/connection-form/read'
import { InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import { type Tag, tagList } from '@/lib/tags/schema'
import { parseChosenId } from '@/lib/text/chosen-id'
import { parseName } from '@/lib/text/name'
import { type Reader, readerOf } from '@/lib/text/reader'

const { regionId, tag, connection, transitRouterAttachmentName } = attachFormValuesSchema.shape

/** The shape of the form that creates a connection without attaching it. */
export const connectionFormValuesSchema = z.object(
  { regionId, name: transitRouterAttachmentName, tag, connection },
  { error: message('value.group') },
)
export type ConnectionFormValues = z.infer<typeof connectionFormValuesSchema>

/** The form as it is sent. */
export interface ConnectionForm {
  regionId: string
  name: string
  tag: Tag[]
  connection: Connection
}

export const connectionFormDefaults = (regionId: string): ConnectionFormValues => ({
  regionId,
  name: '',
  tag: [],
  connection: connectionDefaults(),
})

/** The form, field by field, without the rules across fields. */
export const connectionFormSchema: z.ZodType<ConnectionForm, ConnectionFormValues> =
  connectionFormValuesSchema.transform((values, context) =>
    readConnectionForm(readerOf(context), values),
  )

/** Fields and rules as one schema. `facts` is asked on every parse, for it changes with the region. */
export const connectionFormSchemaWith = (
  facts: () => AttachFacts,
): z.ZodType<ConnectionForm, ConnectionFormValues> =>
  connectionFormValuesSchema.transform((values, context) => {
    for (const { severity, path, ...said } of checkConnection(values.connection, facts()))
      if (severity === 'error')
        context.addIssue({ code: 'custom', path: path.split('.'), message: said.message })
    return readConnectionForm(readerOf(context), values)
  })

/**
 * The form of an action's input, judged against fresh facts.
 * @throws InvalidInput with every problem on its field.
 */
export function acceptConnectionForm(
  values: ConnectionFormValues,
  facts: AttachFacts,
): ConnectionForm {
  const parsed = connectionFormSchemaWith(() => facts).safeParse(values)
  if (!parsed.success) throw new InvalidInput(parsed.error.issues)
  return parsed.data
}

const readConnectionForm = (read: Reader, values: ConnectionFormValues): ConnectionForm => ({
  regionId: read.text(parseRegion, values.regionId, 'regionId'),
  name: read.text(parseConnectionName, values.name, 'name'),
  tag: read.part(tagList, values.tag, 'tag'),
  connection: readConnection(read.at('connection'), values.connection),
})

const parseRegion = parseChosenId('choose.region')
// Alibaba: CreateVpnAttachment, Name: up to 100 characters.
const parseConnectionName = (text: string) => parseName(text, 100)
