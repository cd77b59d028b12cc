import { message, type Packed } from '@/lib/i18n/message'
import type { Parsed } from '@/lib/text/parsed'
import { trimEnds } from '@/lib/text/trim'

// How the parts of a form are read, without zod: the browser judges a form in the pauses of typing.

/** No field holds more: a list of blocks is the longest. */
export const LONGEST_TEXT = 4000

/** More rows than any form takes; how many it takes itself is up to the reader of the rows. */
export const MOST_ROWS = 100

/** What is wrong with one part of a form. */
export interface Issue {
  path: PropertyKey[]
  message: Packed
}

/**
 * Reads the parts of a form. What is wrong is reported under the part's path and reading goes on, so that every
 * problem of a form is found in one pass; what is returned then counts for nothing.
 */
export interface Reader {
  /** Reads a text field with a strict parser, which gets none that is too long for any field. Nothing is trimmed. */
  text: <T>(parse: (text: string) => Parsed<T>, value: string, ...path: PropertyKey[]) => T
  /** Takes what a strict parser gave. */
  parsed: <T>(parsed: Parsed<T>, ...path: PropertyKey[]) => T
  /** Says that something is wrong with a part. */
  report: (message: Packed, ...path: PropertyKey[]) => never
  /** The same reader for what lies below a path. */
  at: (...path: PropertyKey[]) => Reader
}

/** A reader that reports to `report`, which gives something that counts for nothing. */
export function readerTo(report: (issue: Issue) => unknown, base: PropertyKey[] = []): Reader {
  const say = (said: Packed, ...path: PropertyKey[]) =>
    report({ path: [...base, ...path], message: said }) as never // counts for nothing
  const take = <T>(parsed: Parsed<T>, ...path: PropertyKey[]): T =>
    parsed.ok ? parsed.value : say(parsed.message, ...path)
  return {
    text: (parse, value, ...path) =>
      value.length > LONGEST_TEXT ? say(tooLong(), ...path) : take(parse(value), ...path),
    parsed: take,
    report: say,
    at: (...path) => readerTo(report, [...base, ...path]),
  }
}

const tooLong = () => message('value.long', { max: LONGEST_TEXT })

/** Reads a form and gives what is wrong with it, and the texts that are too long and that nobody read. */
export function issuesOf<Values>(
  read: (reader: Reader, values: Values) => unknown,
  values: Values,
): Issue[] {
  const issues: Issue[] = []
  const reader = readerTo((issue) => issues.push(issue))
  read(reader, values)
  reportLong(issues, reader, values)
  return issues
}

/**
 * Reports each text that is too long for any field and that nobody read, as one of a branch that was not chosen: it
 * could not be sent again. Call it when all is read. @param said what has been reported by then.
 */
export function reportLong(
  said: readonly { readonly path?: PropertyKey[] | undefined }[],
  read: Reader,
  values: unknown,
  path: PropertyKey[] = [],
): void {
  if (typeof values === 'object' && values !== null)
    for (const [name, value] of Object.entries(values))
      reportLong(said, read, value, [...path, name])
  if (typeof values !== 'string' || values.length <= LONGEST_TEXT) return
  const isSaid = said.some((issue) => issue.path?.join('.') === path.join('.'))
  if (!isSaid) read.report(tooLong(), ...path)
}

/** Text to the sign as it was typed. Of one that is too long, enough is kept that the reader of the field says so. */
export const verbatimText = (typed: string): string => typed.slice(0, LONGEST_TEXT + 1)

/** The values of a form as its schema takes them: texts without what copying put around them, but for keys. */
export const tidied = <Values>(values: Values): Values => tidy(values, '') as Values

function tidy(value: unknown, name: string): unknown {
  if (typeof value === 'string') {
    const text = verbatimText(value)
    return name === 'psk' ? text : trimEnds(text)
  }
  if (Array.isArray(value)) return value.slice(0, MOST_ROWS).map((each) => tidy(each, ''))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, tidy(part, key)]))
}

/** A form's check in the browser, in the shape that `standardSchemaResolver` takes: `find` gets tidied values. */
export const checkOf = <Values>(find: (values: Values) => readonly Issue[]) => ({
  '~standard': {
    version: 1 as const,
    vendor: 'console',
    validate: (typed: unknown) => {
      const issues = find(tidied(typed as Values)) // a form gives its own values
      return issues.length > 0 ? { issues } : { value: typed }
    },
  },
})
