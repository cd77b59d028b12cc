import 'server-only'
import pino from 'pino'

import { env } from '@/lib/process/env'
import { whatOf } from '@/lib/process/error-facts'

/**
 * Structured log lines on standard output. Of an error it tells class, code and place, never the words: those of
 * a library may hold what was sent. Never pass it a request or a form.
 */
export const log = pino({ level: env.LOG_LEVEL, base: null, serializers: { error: whatOf } })
