interface ErrorFacts {
  name: string
  code?: string
  digest?: string
  cause?: ErrorFacts
  /** Where it was thrown: file, line and column. */
  at: string[]
}

const NAME = /^[\w$.]{1,60}$/
const DEEPEST = 3

/** What may be told of whatever was thrown: nothing in it is anybody's text. */
export function whatOf(error: unknown, depth: number = 0): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const { cause } = error
  return {
    name: safe(error.name) ?? 'Error',
    ...told('code', error),
    ...told('digest', error),
    at: framesOf(error),
    ...(cause instanceof Error && depth < DEEPEST && { cause: whatOf(cause, depth + 1) }),
  }
}

const safe = (text: unknown): string | undefined =>
  (typeof text === 'string' || typeof text === 'number') && NAME.test(String(text))
    ? String(text)
    : undefined

function told(name: 'code' | 'digest', error: Error): Partial<Record<typeof name, string>> {
  const value = safe((error as Partial<Record<typeof name, unknown>>)[name])
  return value === undefined ? {} : { [name]: value }
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
