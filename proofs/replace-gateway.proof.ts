import { randomUUID } from 'node:crypto'

import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { ACCESS } from '@/lib/attachments/test/sample'
import { listWrites } from '@/lib/audit/list'
import { auditParams } from '@/lib/audit/params'
import { startEdit } from '@/lib/connection-edit/operation'
import { connectionNamed, editPlan, otherAlgorithms } from '@/lib/connection-edit/test/plans'
import {
  listCustomerGateways,
  readAuthKey,
  updateCustomerGateway,
} from '@/lib/customer-gateways/cloud'
import { startReplacement } from '@/lib/gateway-replacement/operation'
import { gatewayNamed, replacementPlan } from '@/lib/gateway-replacement/test/plans'
import { startReplacementUndo } from '@/lib/gateway-replacement/undo'
import { describeIpsecConnection, modifyIpsecConnection } from '@/lib/ipsec-connections/cloud'
import { decide } from '@/lib/operations/start'
import { effectsOn, stopEngine, until } from '@/lib/operations/test/engine'
import { play } from '@/proofs/play'

const rig = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(0)
})
const { emulator } = rig

beforeEach(() => emulator.reset())
afterAll(() => stopEngine(rig))

const regionId = 'eu-central-1'
const MUNICH = { regionId, name: 'munich-fw1' }
const write = () => ({ clientToken: randomUUID() })
const munich = () => connectionNamed(regionId, 'munich-hq')
const tunnelOf = async (at: { regionId: string; vpnConnectionId: string }, index = 0) =>
  (await describeIpsecConnection(ACCESS, at)).tunnels[index]!
const gateways = () => listCustomerGateways(ACCESS, { regionId })

test('a gateway with another address takes over connection, RemoteId and BGP key; the old one goes, and comes back', async () => {
  const at = await munich()
  const old = await gatewayNamed(regionId, MUNICH.name)
  await updateCustomerGateway(
    ACCESS,
    { regionId, customerGatewayId: old.customerGatewayId, authKey: 'c4nary-bgp' },
    write(),
  )
  const before = await tunnelOf(at)
  expect(before.ike.remoteId).toBe(old.ipAddress)
  const plan = await replacementPlan(MUNICH, { ipAddress: '198.51.100.77', asn: '65011' })
  expect(plan.review).toMatchObject({
    from: { ipAddress: '203.0.113.10', asn: 65_010 },
    to: { ipAddress: '198.51.100.77', asn: 65_011 },
    users: [{ name: 'munich-hq', tunnels: [0], follows: [0], fate: { stops: true } }],
    staying: [],
  })
  const { operationId } = plan.given
  const sent = (await effectsOn(emulator)).length
  await startReplacement(ACCESS, plan.given)
  const { steps } = await until(operationId, ({ state }) => state === 'done')
  expect(steps.map(({ name }) => name)).toEqual([
    'create-gateway',
    'lead-over',
    'wait-up',
    'delete-gateway',
  ])
  expect((await effectsOn(emulator)).slice(sent)).toEqual([
    'CreateCustomerGateway',
    'ModifyVpnAttachmentAttribute',
    'DeleteCustomerGateway',
  ])
  const made = await gatewayNamed(regionId, MUNICH.name)
  expect(made).toMatchObject({ ipAddress: '198.51.100.77', asn: 65_011, hasAuthKey: true })
  const { customerGatewayId } = made
  expect(await readAuthKey(ACCESS, { regionId, customerGatewayId })).toBe('c4nary-bgp')
  expect(await tunnelOf(at)).toMatchObject({
    customerGatewayId,
    ike: { ...before.ike, remoteId: '198.51.100.77' },
  })
  const { writes } = await listWrites(ACCESS, auditParams.parse({ operationId }))
  expect(JSON.stringify(writes)).not.toContain('c4nary')
  expect(writes.flatMap(({ changes }) => changes)).toContainEqual({
    what: 'connection.tunnels.0.customerGatewayId',
    from: old.customerGatewayId,
    to: customerGatewayId,
  })

  const undo = { regionId, operationId: randomUUID(), of: operationId }
  expect(await startReplacementUndo(ACCESS, undo)).toEqual([])
  await until(undo.operationId, ({ state }) => state === 'done')
  const again = await gatewayNamed(regionId, MUNICH.name)
  expect(again).toMatchObject({ ipAddress: old.ipAddress, asn: old.asn, hasAuthKey: true })
  expect(await tunnelOf(at)).toMatchObject({
    customerGatewayId: again.customerGatewayId,
    ike: before.ike,
  })
  expect((await gateways()).map((each) => each.customerGatewayId)).not.toContain(customerGatewayId)
})

test('an explicit RemoteId stays, and the old gateway stays where it is wanted', async () => {
  const at = await munich()
  await modifyIpsecConnection(
    ACCESS,
    at,
    { tunnels: [{ ike: { remoteId: 'fw.example' } }] },
    write(),
  )
  const plan = await replacementPlan(MUNICH, { ipAddress: '198.51.100.77' }, false)
  expect(plan.review.users).toMatchObject([{ follows: [] }])
  await startReplacement(ACCESS, plan.given)
  await until(plan.given.operationId, ({ state }) => state === 'done')
  expect((await tunnelOf(at)).ike.remoteId).toBe('fw.example')
  const addresses = (await gateways()).map(({ ipAddress }) => ipAddress)
  expect(addresses).toEqual(expect.arrayContaining(['203.0.113.10', '198.51.100.77']))
})

test('a gateway without users is replaced at once; BGP without an ASN and the same gateway again are refused', async () => {
  await expect(replacementPlan(MUNICH, { asn: '' })).rejects.toMatchObject({
    issues: [{ path: ['asn'] }],
  })
  await expect(replacementPlan(MUNICH, { name: 'same' })).rejects.toMatchObject({
    issues: [{ path: ['ipAddress'] }],
  })
  const at = await munich()
  const other = await gatewayNamed(regionId, 'zurich-fw')
  const { customerGatewayId } = other
  await modifyIpsecConnection(ACCESS, at, { tunnels: [{ customerGatewayId }] }, write())
  const plan = await replacementPlan(MUNICH, { ipAddress: '198.51.100.77', asn: '' })
  expect(plan.review.users).toEqual([])
  await startReplacement(ACCESS, plan.given)
  const { steps } = await until(plan.given.operationId, ({ state }) => state === 'done')
  expect(steps.map(({ name }) => name)).toEqual(['create-gateway', 'delete-gateway'])
})

test('whoever begins to use the old gateway meanwhile keeps it, and is named', async () => {
  const plan = await replacementPlan(MUNICH, { ipAddress: '198.51.100.77' })
  const zurich = await connectionNamed(regionId, 'zurich-branch')
  const { customerGatewayId } = plan.given.input.from
  await modifyIpsecConnection(ACCESS, zurich, { tunnels: [{ customerGatewayId }] }, write())
  await startReplacement(ACCESS, plan.given)
  const { question } = await until(
    plan.given.operationId,
    ({ state }) => state === 'needs-decision',
  )
  expect(question).toMatchObject({
    reason: 'changed',
    step: 'delete-gateway',
    changes: [{ what: 'connection', from: '', to: zurich.vpnConnectionId }],
  })
  await decide(ACCESS, plan.given.operationId, 'keep')
  await until(plan.given.operationId, ({ state }) => state === 'kept')
  expect((await gateways()).map((each) => each.customerGatewayId)).toContain(customerGatewayId)
})

test('while it runs its connections are edited by nobody else, and what was changed since the review is not written over', async () => {
  const at = await munich()
  const plan = await replacementPlan(MUNICH, { ipAddress: '198.51.100.77' })
  await modifyIpsecConnection(ACCESS, at, { name: 'renamed' }, write())
  await startReplacement(ACCESS, plan.given)
  const { question } = await until(
    plan.given.operationId,
    ({ state }) => state === 'needs-decision',
  )
  expect(question).toMatchObject({ changes: [{ what: 'name', from: 'munich-hq', to: 'renamed' }] })
  const edit = await editPlan(at, otherAlgorithms)
  await expect(startEdit(ACCESS, { ...edit.given, subject: 'it' })).rejects.toMatchObject({
    code: 'OperationUnderway',
    operationId: plan.given.operationId,
  })
  await decide(ACCESS, plan.given.operationId, 'roll-back')
  await until(plan.given.operationId, ({ state }) => state === 'rolled-back')
  expect((await gateways()).map(({ ipAddress }) => ipAddress)).not.toContain('198.51.100.77')
})

test('a device that does not answer at the new address stops it before the next tunnel, and it is rolled back whole', async () => {
  const at = await munich()
  const before = await tunnelOf(at)
  const plan = await replacementPlan(MUNICH, { ipAddress: '198.51.100.77' })
  const played = await play(emulator, plan.kind, plan.given, {
    intended: async (action) => {
      if (action !== 'ModifyVpnAttachmentAttribute') return
      const made = (await gateways()).find(({ ipAddress }) => ipAddress === '198.51.100.77')
      if (made) await emulator.device(made.customerGatewayId, { answers: false })
    },
    decide: () => 'roll-back',
  })
  expect(played.questions).toMatchObject([{ reason: 'too-slow' }])
  expect(played.state).toBe('rolled-back')
  expect(await tunnelOf(at)).toMatchObject({
    customerGatewayId: before.customerGatewayId,
    ike: before.ike,
  })
  expect((await gateways()).map(({ ipAddress }) => ipAddress)).not.toContain('198.51.100.77')
})

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])(
  'each call is made once, also when the process dies at write %i',
  async (diesAt) => {
    const { kind, given } = await replacementPlan(MUNICH, { ipAddress: '198.51.100.77' })
    const earlier = await play(emulator, kind, given, { diesAt })
    const { state } = await play(emulator, kind, given, { earlier })
    expect(state).toBe('done')
    expect(await effectsOn(emulator)).toEqual([
      'CreateCustomerGateway',
      'ModifyVpnAttachmentAttribute',
      'DeleteCustomerGateway',
    ])
  },
)
