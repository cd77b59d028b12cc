import { z } from 'zod'

import { message } from '@/lib/i18n/message'
import { invalid, type Parsed } from '@/lib/text/parsed'
import { trimEnds } from '@/lib/text/trim'
import { LONGEST_TEXT, verbatim } from '@/lib/text/typed'

/**
 * Reads the parts of a form inside a transform. What is wrong is reported under the part's path and reading
 * goes on, so that every problem of a form is found in one pass; what is returned then counts for nothing.
 */
export interface Reader {
  /** Reads a text field with a strict parser, which gets none that is too long for any field. Nothing is trimmed. */
  text: <T>(parse: (text: string) => Parsed<T>, value: string, ...path: PropertyKey[]) => T
  /** Takes what a strict parser gave. */
  parsed: <T>(parsed: Parsed<T>, ...path: PropertyKey[]) => T
  /** Reads a part with a schema of its own. */
  part: <T>(schema: z.ZodType<T>, value: unknown, ...path: PropertyKey[]) => T
  /** The same reader for what lies below a path. */
  at: (...path: PropertyKey[]) => Reader
}

export function readerOf(context: z.RefinementCtx, base: PropertyKey[] = []): Reader {
  const report = (path: PropertyKey[], text: string) => {
    context.addIssue({ code: 'custom', path: [...base, ...path], message: text })
    return z.NEVER
  }
  const take = <T>(parsed: Parsed<T>, ...path: PropertyKey[]): T =>
    parsed.ok ? parsed.value : report(path, parsed.message)
  return {
    text: (parse, value, ...path) =>
      value.length > LONGEST_TEXT
        ? report(path, message('value.long', { max: LONGEST_TEXT }))
        : take(parse(value), ...path),
    parsed: take,
    part: (schema, value, ...path) => {
      const parsed = schema.safeParse(value)
      if (parsed.success) return parsed.data
      for (const issue of parsed.error.issues) report([...path, ...issue.path], issue.message)
      return z.NEVER
    },
    at: (...path) => readerOf(context, [...base, ...path]),
  }
}

/**
 * Reports each text that is too long for any field and that nobody read, as one of a branch that was not chosen: it
 * could not be sent again. Call it when all is read.
 */
export function reportLong(context: z.RefinementCtx, values: unknown, path: PropertyKey[] = []) {
  if (typeof values === 'object' && values !== null)
    for (const [name, value] of Object.entries(values)) reportLong(context, value, [...path, name])
  if (typeof values !== 'string' || values.length <= LONGEST_TEXT) return
  const isSaid = context.issues.some((issue) => issue.path?.join('.') === path.join('.'))
  if (!isSaid)
    readerOf(context).parsed(invalid(message('value.long', { max: LONGEST_TEXT })), ...path)
}

/** A text field of a schema: a single value, read by a strict parser without what copying put around it. */
export const parsedText = <T>(parse: (text: string) => Parsed<T>) =>
  verbatim.transform((text, context): T => readerOf(context).text(parse, trimEnds(text)))
