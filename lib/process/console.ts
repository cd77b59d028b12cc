import 'server-only'
import { whatOf } from '@/lib/process/error-facts'
import { log } from '@/lib/process/log'

const LEVELS = {
  error: 'error',
  warn: 'warn',
  info: 'debug',
  log: 'debug',
  debug: 'debug',
} as const

/**
 * Lets what libraries print pass our own writer: Next prints an error whole, and with it up to forty characters
 * of a malformed body. Of what they say, only what kinds of values it was is told.
 */
export function takeConsole(): void {
  for (const [method, level] of Object.entries(LEVELS) as [keyof typeof LEVELS, 'error'][])
    console[method] = (...values: unknown[]) => {
      const errors = values.filter((value) => value instanceof Error)
      log[level]({ by: `console.${method}`, errors: errors.map((each) => whatOf(each)) }, 'printed')
    }
}
