import { z } from 'zod'

import { message } from '@/lib/message'
import type { Parsed } from '@/lib/text/parsed'

/**
 * Inside a transform: parses a part with its own schema and reports its issues under the part's path,
 * so that every problem of a form is found in one pass.
 */
export const partReader =
  (context: z.RefinementCtx) =>
  <T>(schema: z.ZodType<T>, value: unknown, ...path: PropertyKey[]): T => {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues)
      context.addIssue({
        code: 'custom',
        path: [...path, ...issue.path],
        message: issue.message,
      })
    return z.NEVER
  }

/** A text field whose value a strict parser reads. Nothing is trimmed. */
export const parsedText = <T>(parse: (text: string) => Parsed<T>) =>
  z.string({ error: message('value.text') }).transform((text, context): T => {
    const parsed = parse(text)
    if (parsed.ok) return parsed.value
    context.addIssue({ code: 'custom', message: parsed.message })
    return z.NEVER
  })
