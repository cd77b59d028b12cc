import 'server-only'
import { z } from 'zod'

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback)

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
)

const envSchema = z.object({
  CLOUD: z.enum(['emulator', 'alibaba']).default('emulator'),
  /** Seconds to wait for an answer of the cloud; less than `DEADLINE` of `lib/cloud/exchange.ts`. */
  CLOUD_TIMEOUT: z.coerce.number().int().min(1).max(25).default(20),
  /** Credential profiles the top bar offers: `name` or `name:account id`, separated by commas. */
  CLOUD_PROFILES: list.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Seals secrets of running operations: 32 bytes in base64. Replicas on one database share it. */
  OPERATION_KEY: z
    .base64()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  PORT: port(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  EMULATOR_PORT: port(4010),
  /** Further `Host` values to answer, beside loopback names with our own port. */
  ALLOWED_HOSTS: list.default([]),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

function parseEnv() {
  const parsed = envSchema.safeParse(process.env)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not usable:\n${problems.join('\n')}`)
}

/** The environment, parsed once; the only reader of `process.env` in the app. */
export const env = parseEnv()
