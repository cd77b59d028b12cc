import { z } from 'zod'

import type { Parsed } from '@/lib/text/parsed'
import { type Reader, readerTo, reportLong } from '@/lib/text/reading'
import { trimEnds } from '@/lib/text/trim'
import { verbatim } from '@/lib/text/typed'

/** A reader inside a transform of a schema. */
export const readerOf = (context: z.RefinementCtx): Reader =>
  readerTo(({ path, message }) => {
    context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })

/** Reads a whole form inside a transform, its texts that are too long among it. */
export function readWhole<Values, Form>(
  context: z.RefinementCtx,
  values: Values,
  read: (reader: Reader, values: Values) => Form,
): Form {
  const reader = readerOf(context)
  const form = read(reader, values)
  reportLong(context.issues, reader, values)
  return form
}

/** A text field of a schema: a single value, read by a strict parser without what copying put around it. */
export const parsedText = <T>(parse: (text: string) => Parsed<T>) =>
  verbatim.transform((text, context): T => readerOf(context).text(parse, trimEnds(text)))
