import { z } from 'zod'

import type { Tag } from '@/lib/tags/schema'
import { showDirection } from '@/lib/text/characters'

const anyText = z.union([z.string(), z.number(), z.boolean()]).transform(String).default('')

/** A text to show, `''` when the answer has none. Numbers come in for ids and ASNs. */
export const text = anyText.transform(showDirection)

/** A boolean, also spelled as text; false when the answer has none. */
export const flag = z
  .union([z.boolean(), z.string()])
  .transform((value) => value === true || (typeof value === 'string' && /^true$/i.test(value)))
  .default(false)

/** An integer, also spelled as text; 0 when the answer has none. */
export const whole = z
  .union([
    z.number(),
    z.literal('').transform(() => 0),
    z.string().regex(/^\d+$/).transform(Number),
  ])
  .default(0)

/**
 * A moment as ISO 8601 in UTC. CEN writes `2022-07-08T08:45Z`, VPC milliseconds, some calls seconds: told
 * apart by magnitude. What is no moment becomes `''`.
 */
export const moment = z
  .union([z.string(), z.number()])
  .transform((value) => {
    const epoch = typeof value === 'number' || /^\d+$/.test(value) ? Number(value) : undefined
    if (epoch === 0) return ''
    const date = new Date(epoch === undefined ? value : epoch < 1e11 ? epoch * 1000 : epoch)
    return Number.isNaN(date.getTime()) ? '' : date.toISOString()
  })
  .default('')

/** A list, empty when the answer has none. */
export const list = <Item>(item: z.ZodType<Item, unknown>) => z.array(item).default([])

/** A list inside a wrapper object, as the Describe calls answer: `{cens: {cen: […]}}`. */
export const wrapped = <Item>(name: string, item: z.ZodType<Item, unknown>) =>
  z
    .record(z.string(), z.unknown())
    .default({})
    .transform((wrapper) => wrapper[name] ?? [])
    .pipe(z.array(item))

// A tag is taken away by its key, so the key stays as it is; `ResourceTags` shows it.
const tag = z.object({ key: anyText, value: anyText }) satisfies z.ZodType<Tag, unknown>

/** Tags, flat or wrapped (`{tag: […]}`): the operations do not agree. */
export const tags = z
  .union([z.array(tag), z.object({ tag: list(tag) }).transform((wrapper) => wrapper.tag)])
  .default([])

/** The answer of a call that answers nothing of interest. */
export const nothing = z.unknown().transform(() => undefined)

/** The id of what was created; a dry run that passed creates nothing and has `''`. */
export const created = (name: string, dryRun = false) =>
  z
    .object({ [name]: dryRun ? text : z.string().min(1) })
    .transform((answer) => String(answer[name]))
