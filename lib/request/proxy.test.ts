import { NextRequest } from 'next/server'
import { afterAll, expect, test, vi } from 'vitest'

import { db } from '@/lib/db/pool'
import { addPerson, changingPeople } from '@/lib/people/members'
import { GATE_SECRET_HEADER, GATE_SESSION_HEADER } from '@/lib/request/security-headers'
import { proxy } from '@/proxy'

const { database } = await vi.hoisted(async () => {
  Object.assign(process.env, { AUTH: 'local', GATE_SECRET: 'of this start' })
  const { pointAt, startDatabase } = await import('@/lib/db/test/rig')
  const database = await startDatabase()
  pointAt({ port: 1 }, database)
  return { database }
})

afterAll(async () => {
  await db().$client.end()
  await database.stop()
})

const ADA = { email: 'ada@example.com', password: 'correct horse battery' }

/** The value of the cookie of a new session. */
async function signedIn(): Promise<string> {
  const { auth } = await import('@/lib/people/auth')
  const answer = await auth().api.signInEmail({
    body: ADA,
    headers: new Headers(),
    returnHeaders: true,
  })
  return answer.headers.getSetCookie()[0]!.split(';')[0]!.split('=').slice(1).join('=')
}

const asked = async (cookie?: string) =>
  await proxy(
    new NextRequest('http://localhost:3000/cen', {
      headers: { [GATE_SECRET_HEADER]: 'of this start', ...(cookie && { cookie }) },
    }),
  )

test('the gate is told whose session it let in, and nothing of a cookie that opens none', async () => {
  await changingPeople((tx) =>
    addPerson(tx, { ...ADA, name: 'Ada', role: 'administrator' as const }),
  )
  const [first, second] = [await signedIn(), await signedIn()]
  const told = (await asked(`session=${first}`)).headers.get(GATE_SESSION_HEADER)
  expect(told).toBeTruthy()
  // The same whatever else comes with it; the id opens nothing.
  expect((await asked(`theme=dark; session=${first}`)).headers.get(GATE_SESSION_HEADER)).toBe(told)
  expect((await asked(`session=${told}`)).headers.get(GATE_SESSION_HEADER)).toBeNull()
  expect((await asked(`session=${second}`)).headers.get(GATE_SESSION_HEADER)).not.toBe(told)
  for (const cookie of [undefined, 'session=nothing.nothing', 'session='])
    expect((await asked(cookie)).headers.get(GATE_SESSION_HEADER)).toBeNull()
})
