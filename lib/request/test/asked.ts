import { sql } from 'drizzle-orm'

import { sessions } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'

export const PASSWORD = 'correct horse battery'

/** The request that a test makes: its headers, the value of its session's cookie, and the other cookies. */
export const asked = {
  headers: new Headers({ host: 'localhost:3000', origin: 'http://localhost:3000' }),
  session: '',
  cookies: new Map<string, string>(),
}

/** What stands for `next/headers`, which only answers within a request of Next. */
export const nextHeaders = {
  headers: () => Promise.resolve(asked.headers),
  cookies: () =>
    Promise.resolve({
      get: (name: string) => {
        const value = name === 'session' ? asked.session : asked.cookies.get(name)
        return value === undefined ? undefined : { value }
      },
      set: (name: string, value: string) => {
        if (name === 'session') asked.session = value
        else asked.cookies.set(name, value)
      },
      delete: ({ name }: { name: string }) => asked.cookies.delete(name),
    }),
}

/** Signs in the person of this address; nobody without one. */
export async function asPerson(email: string | undefined): Promise<void> {
  asked.session = ''
  if (email === undefined) return
  const { auth } = await import('@/lib/people/auth')
  const answer = await auth().api.signInEmail({
    body: { email, password: PASSWORD },
    headers: new Headers(),
    returnHeaders: true,
  })
  const [set = ''] = answer.headers.getSetCookie()
  asked.session = decodeURIComponent(set.split(';')[0]!.split('=').slice(1).join('='))
}

/** Everybody proved to be there six minutes ago. */
export const forgetProofs = () =>
  db()
    .update(sessions)
    .set({ provenAt: sql`now() - interval '6 minutes'` })
