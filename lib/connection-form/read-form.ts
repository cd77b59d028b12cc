import { type Connection, readConnection } from '@/lib/connection-form/read'
import type { ConnectionFormValues } from '@/lib/connection-form/values'
import { readTags } from '@/lib/tags/read'
import type { Tag } from '@/lib/tags/schema'
import { parseChosenId } from '@/lib/text/chosen-id'
import { parseName } from '@/lib/text/name'
import type { Reader } from '@/lib/text/reading'

/** The form as it is sent. */
export interface ConnectionForm {
  regionId: string
  name: string
  tag: Tag[]
  connection: Connection
}

/** Reads the form, field by field, without the rules across fields. */
export const readConnectionForm = (read: Reader, values: ConnectionFormValues): ConnectionForm => ({
  regionId: read.text(parseRegion, values.regionId, 'regionId'),
  name: read.text(parseConnectionName, values.name, 'name'),
  tag: readTags(read.at('tag'), values.tag),
  connection: readConnection(read.at('connection'), values.connection),
})

const parseRegion = parseChosenId('choose.region')
// Alibaba: CreateVpnAttachment, Name: up to 100 characters.
const parseConnectionName = (text: string) => parseName(text, 100)
