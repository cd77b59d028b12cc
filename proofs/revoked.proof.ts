import { randomUUID } from 'node:crypto'

import { and, eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { startAttach } from '@/lib/attachments/operation'
import { sampleAttach } from '@/lib/attachments/test/sample'
import { people } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'
import { decide } from '@/lib/operations/start'
import { stopEngine, until } from '@/lib/operations/test/engine'
import { listOperations, viewOperation } from '@/lib/operations/view'
import type { Access } from '@/lib/people/access'
import { addPerson, changeMember, changingPeople, listMembers } from '@/lib/people/members'
import type { Role } from '@/lib/people/schema'

const rig = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(0)
})
const { emulator } = rig
const ATTACH = 'CreateTransitRouterVpnAttachment'

beforeEach(async () => {
  await emulator.reset()
  await db().delete(people)
})
afterAll(() => stopEngine(rig))

/** Somebody of a role, signed in. */
async function someone(role: Role): Promise<Access & { personId: string }> {
  const email = `${role}@example.com`
  await changingPeople((tx) =>
    addPerson(tx, { name: role, email, role, password: 'correct horse battery' }),
  )
  const { personId } = (await listMembers()).find((member) => member.email === email)!
  const person = { personId, name: role, email, role, sessionId: role, address: '192.0.2.1' }
  return { profile: 'main', person, personId }
}

const sentBy = async (operationId: string, action: string) =>
  (
    await db()
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.operationId, operationId), eq(auditEntries.action, action)))
      .orderBy(auditEntries.id)
  ).map(({ person, role, sessionId, address }) => [person, role, sessionId, address])

const attached = async () => (await emulator.calls()).filter(({ action }) => action === ATTACH)

test.each(['role', 'disabled'] as const)(
  'who may not change anything any more sends no further step, for the %s; somebody who may lets it go on',
  async (taken) => {
    const admin = await someone('administrator')
    const operator = await someone('operator')
    await emulator.fault({ fault: 'throttle', actions: [ATTACH] })
    const given = await sampleAttach('Munich')
    const operationId = await startAttach(operator, { operationId: randomUUID(), ...given })
    await until(operationId, ({ steps }) => steps.some(({ state }) => state === 'retrying'))

    const change = taken === 'role' ? { role: 'viewer' as const } : { disabled: true }
    await changeMember(admin, operator.personId, change)
    await emulator.mend()
    const before = (await attached()).length
    await until(operationId, ({ question }) => question?.reason === 'not-allowed')
    expect((await attached()).length - before).toBeLessThanOrEqual(1)
    expect((await attached()).some(({ effect }) => effect)).toBe(false)

    // By somebody who may not either, it stands where it stood.
    await decide(operator, operationId, 'continue')
    await until(
      operationId,
      ({ question, decisions }) =>
        question?.reason === 'not-allowed' && decisions.includes('continue'),
    )
    expect((await attached()).some(({ effect }) => effect)).toBe(false)

    await decide(admin, operationId, 'continue')
    await until(operationId, ({ state }) => state === 'done')
    const lines = await sentBy(operationId, `cen:${ATTACH}`)
    expect(lines[0]).toEqual(['operator@example.com', 'operator', 'operator', '192.0.2.1'])
    expect(lines.at(-1)).toEqual([
      'administrator@example.com',
      'administrator',
      'administrator',
      '192.0.2.1',
    ])
    const decisions = await sentBy(operationId, 'console:continue')
    expect(decisions.map(([person]) => person)).toEqual([
      'operator@example.com',
      'administrator@example.com',
    ])
  },
)

test('who is limited meanwhile sends no further step outside of the limits, and neither sees it nor lets it go on', async () => {
  const admin = await someone('administrator')
  const operator = await someone('operator')
  await emulator.fault({ fault: 'throttle', actions: [ATTACH] })
  const given = await sampleAttach('Munich')
  const operationId = await startAttach(operator, { operationId: randomUUID(), ...given })
  await until(operationId, ({ steps }) => steps.some(({ state }) => state === 'retrying'))

  const limits = { regionIds: ['us-west-1'] }
  await changeMember(admin, operator.personId, { role: 'operator', limits })
  await emulator.mend()
  await until(operationId, ({ question }) => question?.reason === 'not-allowed')
  expect((await attached()).some(({ effect }) => effect)).toBe(false)

  const limited = { ...operator, person: { ...operator.person!, limits } }
  expect(await listOperations(limited, {})).toEqual([])
  await expect(viewOperation(limited, operationId)).rejects.toMatchObject({
    code: 'OperationNotFound',
  })
  await expect(decide(limited, operationId, 'continue')).rejects.toMatchObject({
    code: 'OperationNotFound',
  })
  const again = { operationId: randomUUID(), ...(await sampleAttach('Ulm')) }
  await expect(startAttach(limited, again)).rejects.toMatchObject({ code: 'OutsideLimits' })
  await decide(admin, operationId, 'continue')
  await until(operationId, ({ state }) => state === 'done')
})

test('an operation of nobody in particular goes on, as with AUTH=off', async () => {
  const given = await sampleAttach('Hamburg')
  const operationId = await startAttach(
    { profile: 'main' },
    { operationId: randomUUID(), ...given },
  )
  await until(operationId, ({ state }) => state === 'done')
  expect(await sentBy(operationId, `cen:${ATTACH}`)).toContainEqual([null, null, null, null])
})
