import { z } from 'zod'

import { tagList } from '@/lib/tags/schema'
import { parseName } from '@/lib/text/name'
import { parsedText } from '@/lib/text/reader'

/** The small form that creates a CEN instance. */
export const cenFormSchema = z.object({
  // Alibaba: CreateCen, Name up to 128 and Description up to 256 characters.
  name: parsedText((text) => parseName(text, 128)),
  description: parsedText((text) => parseName(text, 256)),
  tags: tagList,
})

export type CenFormValues = z.input<typeof cenFormSchema>

export const cenFormDefaults: CenFormValues = { name: '', description: '', tags: [] }
