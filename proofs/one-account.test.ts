import { randomUUID } from 'node:crypto'

import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { startAttach } from '@/lib/attachments/operation'
import { ACCESS, sampleAttach } from '@/lib/attachments/test/sample'
import { decide } from '@/lib/operations/start'
import { stopEngine, until } from '@/lib/operations/test/engine'
import { lastOperation, listOperations, viewOperation } from '@/lib/operations/view'

const rig = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(0)
})
const { emulator } = rig
const OTHER = { profile: 'partner' }

beforeEach(() => emulator.reset())
afterAll(() => stopEngine(rig))

test('an operation is seen and decided by its own account only', async () => {
  await emulator.fault({ fault: 'denied', actions: ['CreateTransitRouterVpnAttachment'] })
  const given = await sampleAttach('Munich')
  const operationId = await startAttach(ACCESS, { operationId: randomUUID(), ...given })
  await until(operationId, ({ question }) => question !== undefined)

  const none = { code: 'OperationNotFound' }
  await expect(viewOperation(OTHER, operationId)).rejects.toMatchObject(none)
  await expect(decide(OTHER, operationId, 'keep')).rejects.toMatchObject(none)
  expect(await listOperations(OTHER, {})).toEqual([])
  expect(await listOperations(OTHER, { state: 'active' })).toEqual([])
  const place = { regionId: given.form.regionId }
  expect(await lastOperation(OTHER, 'attach', place)).toBeUndefined()

  expect(await lastOperation(ACCESS, 'attach', place)).toMatchObject({ operationId })
  expect(await listOperations(ACCESS, {})).toMatchObject([{ operationId }])
  expect(await decide(ACCESS, operationId, 'keep')).toBe(true)
  await until(operationId, ({ state }) => state === 'kept')
})

test('S16: a nonce that began one operation begins no other, and says so', async () => {
  const given = await sampleAttach('Hamburg')
  const operationId = randomUUID()
  await startAttach(ACCESS, { operationId, ...given })
  expect(await startAttach(ACCESS, { operationId, ...given })).toBe(operationId)
  const otherContent = { code: 'OtherContent', outcome: 'refused' }
  const renamed = { ...given, form: { ...given.form, transitRouterAttachmentName: 'Bremen' } }
  await expect(startAttach(ACCESS, { operationId, ...renamed })).rejects.toMatchObject(otherContent)
  await until(operationId, ({ state }) => state === 'done')
})
