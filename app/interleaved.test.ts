import { afterAll, expect, test, vi } from 'vitest'

import { GET as audit } from '@/app/api/audit/route'
import { GET as cen } from '@/app/api/cen/route'
import { GET as sessions } from '@/app/api/people/sessions/route'
import { GET as regions } from '@/app/api/regions/route'
import { recordAudit } from '@/lib/audit/append'
import { db } from '@/lib/db/pool'
import { addPerson, changeMember, changingPeople, listMembers } from '@/lib/people/members'

// A request of its own for each call, as Next keeps them apart.
const { asked } = await vi.hoisted(async () => {
  const { AsyncLocalStorage } = await import('node:async_hooks')
  return { asked: new AsyncLocalStorage<{ headers: Headers; session: string }>() }
})
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(asked.getStore()!.headers),
  cookies: () =>
    Promise.resolve({
      get: (name: string) =>
        name === 'session' ? { value: asked.getStore()!.session } : undefined,
    }),
}))

const { emulator, database } = await vi.hoisted(async () => {
  Object.assign(process.env, { AUTH: 'local', ALLOWED_HOSTS: 'localhost:3000' })
  const { startBoth } = await import('@/lib/db/test/rig')
  return await startBoth(0)
})
afterAll(async () => {
  await db().$client.end()
  await Promise.all([emulator.stop(), database.stop()])
})

const PASSWORD = 'correct horse battery'
const WHO = [
  { name: 'Ada', profiles: ['main'], regionIds: ['eu-central-1'] },
  { name: 'Bao', profiles: ['partner'], regionIds: ['cn-hangzhou'] },
]

async function cookieOf(email: string): Promise<string> {
  const { auth } = await import('@/lib/people/auth')
  const answer = await auth().api.signInEmail({
    body: { email, password: PASSWORD },
    headers: new Headers(),
    returnHeaders: true,
  })
  const [set = ''] = answer.headers.getSetCookie()
  return decodeURIComponent(set.split(';')[0]!.split('=').slice(1).join('='))
}

test('S37: of two people who ask in turns, each is told their own and may keep none of it, five hundred times', async () => {
  await changingPeople((tx) =>
    addPerson(tx, {
      name: 'Root',
      email: 'root@example.com',
      role: 'administrator',
      password: PASSWORD,
    }),
  )
  const people = []
  for (const { name, ...limits } of WHO) {
    const email = `${name.toLowerCase()}@example.com`
    await changingPeople((tx) =>
      addPerson(tx, { name, email, role: 'operator', password: PASSWORD }),
    )
    const { personId } = (await listMembers()).find((member) => member.email === email)!
    await changeMember({ profile: 'main' }, personId, { role: 'operator', limits })
    await recordAudit({
      actor: limits.profiles[0]!,
      phase: 'intent',
      action: `vpc:Canary${name}`,
      regionId: limits.regionIds[0]!,
      changes: [],
    })
    people.push({ name, limits, session: await cookieOf(email) })
  }
  const reads = [cen, regions, audit, sessions]
  const ask = ({ session }: { session: string }, turn: number) => {
    const headers = new Headers({ host: 'localhost:3000', origin: 'http://localhost:3000' })
    const read = reads[turn % reads.length]!
    const search = read === regions ? '?language=en-US' : ''
    return asked.run({ headers, session }, () =>
      read(new Request(`http://localhost:3000/api/x${search}`, { headers })),
    )
  }
  const said = new Map<string, Set<string>>()
  for (let turn = 0; turn < 250; turn += 1) {
    const at = Math.floor(turn / 2)
    const answers = await Promise.all(people.map((person) => ask(person, at)))
    for (const [who, answer] of answers.entries()) {
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
      const key = `${people[who]!.name} ${at % reads.length}`
      const text = await answer.text()
      said.set(key, (said.get(key) ?? new Set()).add(text))
      const other = people[1 - who]!
      for (const canary of [other.limits.regionIds[0]!, `Canary${other.name}`])
        expect([key, text.includes(canary)]).toEqual([key, false])
    }
  }
  // Each was told the same all the time, and never what the other was.
  for (const [key, texts] of said) expect([key, texts.size]).toEqual([key, 1])
  expect(said.get('Ada 0')).not.toEqual(said.get('Bao 0'))
  expect([...said.get('Ada 2')!][0]).toContain('CanaryAda')
})
