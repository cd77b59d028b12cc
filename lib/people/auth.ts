import 'server-only'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { eq } from 'drizzle-orm'

import { people, proofs, sessions, verifications } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/people/form'
import { hashingTokens } from '@/lib/people/hashed-tokens'
import { sessionSecret } from '@/lib/people/session'
import { env } from '@/lib/process/env'
import { once } from '@/lib/request/once'

/**
 * The library that proves who somebody is. It serves no address of ours and makes nobody: people come in by the
 * setup link and by invitations. What it says of a cookie we read, and set our own.
 */
export const auth = () => once('auth', make)

const make = () =>
  betterAuth({
    secret: sessionSecret(),
    baseURL: `https://${env.ALLOWED_HOSTS[0] ?? 'localhost'}`,
    database: hashingTokens(
      drizzleAdapter(db(), {
        provider: 'pg',
        schema: { user: people, session: sessions, account: proofs, verification: verifications },
      }),
    ),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    session: { expiresIn: env.SESSION_IDLE_MINUTES * 60 },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => await isEnabled(userId) } },
    },
    // Its addresses come from the gate, and its words stay out of the log.
    advanced: { ipAddress: { ipAddressHeaders: ['x-forwarded-for'] } },
    logger: { disabled: true },
    telemetry: { enabled: false },
  })

async function isEnabled(personId: string): Promise<boolean> {
  const [person] = await db()
    .select({ disabledAt: people.disabledAt })
    .from(people)
    .where(eq(people.id, personId))
  return person !== undefined && person.disabledAt === null
}
