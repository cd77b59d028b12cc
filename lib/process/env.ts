import 'server-only'
import { parseEnvironment } from '@/lib/process/environment'

/** The environment, parsed once; the only reader of `process.env` in the app. */
export const env = parseEnvironment(process.env)
