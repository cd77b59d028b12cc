import { z } from 'zod'

import { ApiError, type ErrorCode, fail, isErrorCode } from './errors'
import { valueAt, wireName } from './nesting'

/** Any text. */
export const text = () => z.string()

/** One of the listed words. */
export const choice = <const T extends readonly string[]>(words: T) => z.enum(words)

/** `true` or `false` in any case: Python's SDK writes `True`. */
export const flag = () => z.stringbool({ truthy: ['true'], falsy: ['false'] })

/** A whole number in decimal. */
export const whole = (min = 0, max = Number.MAX_SAFE_INTEGER) =>
  z
    .string()
    .regex(/^-?\d{1,16}$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max))

const noScheme = (value: string) => !/^https?:\/\//i.test(value)

/** A name or description of CBN: up to `max` characters, may be empty, no http:// in front. Alibaba: SDK models. */
const label = (max: number, code: ErrorCode) => z.string().max(max, code).refine(noScheme, code)

export const name = () => label(128, 'InvalidName')
export const description = () => label(256, 'InvalidDescription')

// Alibaba: TagResources. A key or value has no http:// anywhere and does not begin with aliyun or acs:.
const tagText = (min: number, max: number, code: ErrorCode) =>
  z
    .string()
    .min(min, code)
    .max(max, code)
    .refine((value) => !/^(aliyun|acs:)|https?:\/\//i.test(value), code)

/** Tags to set, at most 20 and no key twice. Alibaba: keys of 64 characters, in TagResources of VPC of 128. */
export const tags = (keyLength = 64) =>
  z
    .array(
      z.object({
        Key: tagText(1, keyLength, 'InvalidParameter.TagKey'),
        Value: tagText(0, 128, 'InvalidParameter.TagValue').default(''),
      }),
    )
    .max(20, 'NumberExceed.Tags')
    .refine((list) => new Set(list.map((tag) => tag.Key)).size === list.length, 'Duplicated.TagKey')

/** Tags to filter by; without a value any value fits. */
export const tagFilter = () =>
  z.array(z.object({ Key: z.string(), Value: z.string().optional() })).max(20)

/** Whether blocks of a CEN instance may overlap. The SDK knows REDUCED; the Terraform provider creates FULL too. */
export const protectionLevel = () => choice(['REDUCED', 'FULL'])

/** The parameters of a write: an idempotence token. */
export const token = { ClientToken: z.string().max(64).optional() }

/** The parameters of a write that can be rehearsed. */
export const dryRun = { ...token, DryRun: flag().optional() }

/** Paging by page number. Alibaba: 1 and 10 by default, at most 50. */
export const pages = {
  PageNumber: whole(1).default(1),
  PageSize: whole(1, 50).default(10),
}

/** Paging by token, at most 100 in a page. */
export const nextPages = (size: number) => ({
  MaxResults: whole(1, 100).default(size),
  NextToken: z.string().optional(),
})

/** The parameters as the schema says, or the API's error for the first one that is wrong. Values never reach the message. */
export function parse<S extends z.ZodType>(schema: S, nested: unknown): z.output<S> {
  const result = schema.safeParse(nested)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const path = issue?.path ?? []
  const name = wireName(nested, path)
  if (valueAt(nested, path) === undefined)
    fail('MissingParameter', `The parameter ${name} is missing.`)
  const message = issue?.message ?? ''
  if (isErrorCode(message)) fail(message, `The parameter ${name} is not valid.`)
  throw new ApiError('InvalidParameter', 400, `The parameter ${name} is not valid.`)
}
