import { z } from 'zod'

import { message } from '@/lib/i18n/message'
import { MOST_ROWS, verbatimText } from '@/lib/text/reading'
import { trimEnds } from '@/lib/text/trim'

// The shape of what a form posts, before anything is read: each error names what was expected, so that
// garbage from outside gives field errors like any other.

const groupError = message('value.group')

/**
 * Text to the sign as it was typed: keys. Of one that is too long, enough is kept that the reader of the field sees it and
 * says so: an error here would hide what is wrong with every other field.
 */
export const verbatim = z.string({ error: message('value.text') }).overwrite(verbatimText)

/** A single value or a list, without what copying put around it. */
export const text = verbatim.overwrite(trimEnds)

/** A switch or a check box. */
export const flag = z.boolean({ error: message('value.flag') })

/** One of the given words. */
export const choice = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: message('value.choice', { choices: values.join(', ') }) })

/** Fields that stand together. */
export const group = <T extends z.ZodRawShape>(shape: T) => z.object(shape, { error: groupError })

/** As many of the same group as somebody adds. */
export const rows = <T extends z.ZodRawShape>(shape: T) =>
  z.array(group(shape), { error: groupError }).overwrite((typed) => typed.slice(0, MOST_ROWS))

/** Exactly two of the same group. */
export const pair = <T extends z.ZodType>(one: T) => z.tuple([one, one], { error: groupError })
