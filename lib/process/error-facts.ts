import { CloudError, Failure, Fault } from '@/lib/failure/errors'

interface ErrorFacts {
  name: string
  /** Our own words, or those of the engine that holds no value. */
  words?: string
  code?: string
  digest?: string
  syscall?: string
  /** Of PostgreSQL: what the statement stumbled over. */
  table?: string
  column?: string
  constraint?: string
  routine?: string
  /** Of a database: our statement, whose values stand apart. */
  statement?: string
  cause?: ErrorFacts
  /** Where it was thrown: file, line and column. */
  at: string[]
}

const TOLD = ['code', 'digest', 'syscall', 'table', 'column', 'constraint', 'routine'] as const
/** Letters only, as names in a source are and ids and keys are not. */
const ENGINE_WORDS = [
  /^Cannot (read|set) properties of (undefined|null)( \((reading|setting) '[A-Za-z]{1,40}'\))?$/,
  /^[A-Za-z.]{1,60}(\(\.\.\.\))? is not (a function|a constructor|iterable|defined)$/,
  /^Cannot access '[A-Za-z]{1,40}' before initialization$/,
  /^(Maximum call stack size exceeded|Invalid array length|Invalid time value|Invalid count value)$/,
]
const NAME = /^[\w$.]{1,60}$/
const DEEPEST = 3

/** What may be told of whatever was thrown: nothing in it is anybody's text. */
export function whatOf(error: unknown, depth: number = 0): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const { cause } = error
  return {
    name: safe(error.name) ?? 'Error',
    ...wordsOf(error),
    ...Object.assign({}, ...TOLD.map((name) => told(name, error))),
    ...statementOf(error),
    at: framesOf(error),
    ...(cause instanceof Error && depth < DEEPEST && { cause: whatOf(cause, depth + 1) }),
  }
}

const safe = (text: unknown): string | undefined =>
  (typeof text === 'string' || typeof text === 'number') && NAME.test(String(text))
    ? String(text)
    : undefined

function told(name: (typeof TOLD)[number], error: Error): Partial<ErrorFacts> {
  const value = safe((error as Partial<Record<typeof name, unknown>>)[name])
  return value === undefined ? {} : { [name]: value }
}

/**
 * The words of our own classes are constants and ids, and of the engine those sentences are told whose only
 * variable is a name in our source. Every other message may hold what somebody sent.
 */
function wordsOf(error: Error): { words?: string } {
  const isOurs =
    error instanceof Fault || (error instanceof Failure && !(error instanceof CloudError))
  const isPlain = ENGINE_WORDS.some((pattern) => pattern.test(error.message))
  return isOurs || isPlain ? { words: error.message.slice(0, 200) } : {}
}

/** Of an error of drizzle: it puts values into parameters, and what is left is what we wrote. */
function statementOf(error: Error): { statement?: string } {
  const { query, params } = error as { query?: unknown; params?: unknown }
  if (typeof query !== 'string' || !Array.isArray(params)) return {}
  return { statement: query.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, 300) }
}

/** The frames of a stack. Its beginning repeats the message, which may have lines of its own. */
function framesOf({ message, stack = '' }: Error): string[] {
  const after = stack.indexOf(message)
  return stack
    .slice(after < 0 ? 0 : after + message.length)
    .split('\n')
    .filter((line) => /^ {4}at [^\p{Cc}]+$/u.test(line))
    .map((line) => line.trim())
    .slice(0, 20)
}
