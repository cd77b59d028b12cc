import { expect } from 'vitest'

import { failedSignIns, passkeys, people, sessions, verifications } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { addPasskey } from '@/lib/people/factors'
import { addPerson, changingPeople } from '@/lib/people/members'
import { beginPasskey, beginUse } from '@/lib/people/passkeys'
import { personOf } from '@/lib/people/session'
import { signInByPasskey } from '@/lib/people/sign-in-by-passkey'
import type { makeDevice } from '@/lib/people/test/device'
import { asked, asPerson, PASSWORD } from '@/lib/request/test/asked'

// Two people and their devices, at the console as `localhost:3000`.

export const ADA = 'ada@example.com'
export const EVE = 'eve@example.com'

export type Device = ReturnType<typeof makeDevice>

export const from = (host: string, address = '192.0.2.1') =>
  new Headers({ host, 'x-forwarded-for': address })

/** Nobody has a passkey or is signed in. */
export async function startAnew(): Promise<void> {
  for (const table of [people, failedSignIns, verifications, passkeys]) await db().delete(table)
  for (const [email, role] of [
    [ADA, 'administrator'],
    [EVE, 'viewer'],
  ] as const)
    await changingPeople((tx) => addPerson(tx, { name: 'Ada', email, role, password: PASSWORD }))
  asked.headers = from('localhost:3000')
  asked.cookies.clear()
}

export const me = async () => ({
  ...(await personOf(asked.session, false))!,
  address: '192.0.2.1',
})
export const by = async () => ({ profile: '', person: await me() })

/** How many sessions there are. */
export const open = async () => (await db().select().from(sessions)).length

/** Somebody with a passkey, signed out again. */
export async function withPasskey(email: string, device: Device, name = 'laptop'): Promise<void> {
  await asPerson(email)
  const passkey = device.make(await beginPasskey(await me()))
  await addPasskey(await by(), { name, passkey })
  await signOut()
}

/** Nobody is signed in any more. */
export async function signOut(): Promise<void> {
  asked.session = ''
  await db().delete(sessions)
}

/** Signs in by a device; `odd`: what it does otherwise than it was asked. */
export const signInBy = async (
  device: Device,
  odd: Parameters<Device['sign']>[1] = {},
  email = '',
) => await signInByPasskey({ passkey: device.sign(await beginUse(), odd), email })

/** How whatever is wrong is told. */
export const refused = {
  issues: [{ path: ['passkey'], message: expect.stringContaining('passkeyRefused') as string }],
}
