import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { db } from '@/lib/db/pool'
import {
  addPasskey,
  endFactors,
  listFactors,
  removePasskey,
  renamePasskey,
} from '@/lib/people/factors'
import { changeMember, listMembers } from '@/lib/people/members'
import { beginPasskey, beginUse } from '@/lib/people/passkeys'
import { proofsOf } from '@/lib/people/presence'
import { signIn } from '@/lib/people/sign-in'
import { makeDevice } from '@/lib/people/test/device'
import {
  ADA,
  by,
  type Device,
  EVE,
  from,
  me,
  open,
  refused,
  signInBy,
  startAnew,
  withPasskey,
} from '@/lib/people/test/passkey-rig'
import { asked, asPerson, PASSWORD } from '@/lib/request/test/asked'

// Next itself, which runs elsewhere: the headers and cookies of a request.
vi.mock('next/headers', async () => (await import('@/lib/request/test/asked')).nextHeaders)

const { database } = await vi.hoisted(async () => {
  const { startDatabase, pointAt } = await import('@/lib/db/test/rig')
  const database = await startDatabase()
  pointAt({ port: 1 }, database)
  Object.assign(process.env, { AUTH: 'local' })
  return { database }
})

beforeEach(async () => {
  await startAnew()
})
afterAll(async () => {
  await db().$client.end()
  await database.stop()
})

test('only what was made as it was asked is kept, once, for who asked', async () => {
  const device = makeDevice()
  await withPasskey(EVE, device)
  await asPerson(ADA)
  const add = async (made: Device, odd = {}) => {
    const passkey = made.make(await beginPasskey(await me()), odd)
    await addPasskey(await by(), { name: 'phone', passkey })
  }
  for (const odd of [
    { challenge: 'bm90IHRoaXMgb25l' },
    { origin: 'http://localhost:3001' },
    { host: 'example.com' },
    { isVerified: false },
  ])
    await expect(add(makeDevice(), odd)).rejects.toMatchObject(refused)
  // Of somebody else already.
  await expect(add(device)).rejects.toMatchObject(refused)
  const question = await beginPasskey(await me())
  const made = { name: 'phone', passkey: makeDevice().make(question) }
  await asPerson(EVE)
  await expect(addPasskey(await by(), made)).rejects.toMatchObject(refused)
  await asPerson(ADA)
  await expect(addPasskey(await by(), made)).rejects.toMatchObject(refused)
  expect(await listFactors((await me()).personId)).toEqual([])
  await add(makeDevice())
  const { excludeCredentials } = await beginPasskey(await me())
  expect(excludeCredentials).toHaveLength(1)
})

test('under an address, or another name, there is no passkey', async () => {
  const device = makeDevice()
  await withPasskey(ADA, device)
  await asPerson(ADA)
  for (const host of ['127.0.0.1:3000', '[::1]:3000']) {
    asked.headers = from(host)
    await expect(beginUse()).rejects.toMatchObject({ code: 'NotAllowed' })
    await expect(beginPasskey(await me())).rejects.toMatchObject({ code: 'NotAllowed' })
    expect(await proofsOf(await me())).toEqual(['password'])
  }
  asked.headers = from('console.example.com')
  const question = await beginUse(await me())
  expect([question.rpId, question.allowCredentials]).toEqual(['console.example.com', []])
  const odd = { origin: 'http://console.example.com' }
  await expect(signInBy(device, { ...odd, host: 'localhost' })).rejects.toMatchObject(refused)
})

test('it is the second factor that an administrator asks for: the last one stays, and goes when it is ended', async () => {
  const device = makeDevice()
  const asks = async (secondFactorRequired: boolean) => {
    const { personId } = (await listMembers()).find(({ email }) => email === EVE)!
    await changeMember({ profile: '' }, personId, { role: 'viewer', secondFactorRequired })
  }
  await asPerson(EVE)
  await asks(true)
  expect((await me()).secondFactor).toBe('missing')
  await withPasskey(EVE, device)
  await signInBy(device)
  const { personId, secondFactor } = await me()
  expect(secondFactor).toBe('required')
  await expect(removePasskey(await by(), device.id)).rejects.toMatchObject({ code: 'FactorNeeded' })

  // Another person's is not theirs to name or to remove.
  await asPerson(ADA)
  await removePasskey(await by(), device.id)
  await expect(renamePasskey(await by(), device.id, 'taken')).rejects.toMatchObject({
    issues: [{ path: ['value'] }],
  })
  const member = async () => (await listMembers()).find(({ email }) => email === EVE)
  expect(await member()).toMatchObject({ factors: ['passkey'] })
  await signInBy(device)
  await renamePasskey(await by(), device.id, 'key ring')
  expect(await listFactors(personId)).toMatchObject([{ passkey: { name: 'key ring' } }])
  await asks(false)
  await withPasskey(EVE, makeDevice(), 'phone')
  await signInBy(device)
  await asks(true)
  await removePasskey(await by(), device.id)
  expect(await listFactors(personId)).toHaveLength(1)

  await endFactors({ profile: '' }, personId)
  expect([await open(), await member()]).toMatchObject([0, { factors: [] }])
  expect(await signIn({ email: EVE, password: PASSWORD, code: '' })).toEqual({ needs: [] })
  expect((await me()).secondFactor).toBe('missing')
})
