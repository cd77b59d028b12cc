import 'server-only'
import pino from 'pino'

import { env } from '@/lib/process/env'

/** Structured log lines on standard output. Never pass it a request, a form or an SDK error as it is. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  serializers: { error: ({ name, message, stack }: Error) => ({ name, message, stack }) },
})
