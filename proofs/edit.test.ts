import { randomUUID } from 'node:crypto'

import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { deleteVpnAttachment, listVpnAttachments } from '@/lib/attachments/cloud'
import { ACCESS } from '@/lib/attachments/test/sample'
import { listWrites } from '@/lib/audit/list'
import { auditParams } from '@/lib/audit/params'
import { startEdit, startRenegotiation } from '@/lib/connection-edit/operation'
import {
  connectionNamed,
  editPlan,
  otherAlgorithms,
  renegotiatePlan,
} from '@/lib/connection-edit/test/plans'
import { undoOf } from '@/lib/connection-edit/undo'
import { createCustomerGateway, deleteCustomerGateway } from '@/lib/customer-gateways/cloud'
import { db } from '@/lib/db/pool'
import { CANARY } from '@/lib/db/test/canary'
import {
  deleteIpsecConnection,
  describeIpsecConnection,
  modifyIpsecConnection,
  revealPsk,
} from '@/lib/ipsec-connections/cloud'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { forgetSecrets } from '@/lib/operations/engine/retention'
import { isFinal } from '@/lib/operations/schema'
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

const LONDON = 'eu-west-1'
const dual = () => connectionNamed(LONDON, 'cambridge-dc')
const single = () => connectionNamed('eu-central-1', 'munich-hq')
const read = async (at: { regionId: string; vpnConnectionId: string }) =>
  describeIpsecConnection(ACCESS, at)
const write = () => ({ clientToken: randomUUID() })
const isUp = ({ tunnels }: IpsecConnection) =>
  tunnels.map(({ status }) => status === 'ipsec_sa_established')

async function edit(plan: Awaited<ReturnType<typeof editPlan>>) {
  const { operationId, input, secret } = plan.given
  return startEdit(ACCESS, {
    operationId,
    input,
    subject: 'it',
    ...(input.keys.length > 0 && { secret }),
  })
}

test('an edit with a new key sends once, tells the audit what it changed but no key, and is undone with the key of before', async () => {
  const at = await single()
  const before = await read(at)
  const [key] = await revealPsk(ACCESS, at)
  const plan = await editPlan(at, ({ connection: { tunnels } }) => {
    tunnels[0].psk = CANARY
    tunnels[0].ike.ikeEncAlg = 'aes192'
  })
  expect(plan.review).toMatchObject({
    keys: [0],
    changes: [{ path: 'connection.tunnels.0.ike.ikeEncAlg', to: 'aes192' }],
    fate: { stops: true, canGoOneAtATime: false },
  })
  const operationId = await edit(plan)
  await until(operationId, ({ state }) => state === 'done')
  expect(await effectsOn(emulator)).toEqual(['ModifyVpnAttachmentAttribute'])
  expect((await read(at)).tunnels[0]?.ike).toMatchObject({ ikeEncAlg: 'aes192' })
  expect(await revealPsk(ACCESS, at)).toEqual([{ tunnelIndex: 1, psk: CANARY }])
  const { writes } = await listWrites(ACCESS, auditParams.parse({ operationId }))
  expect(writes.flatMap(({ changes }) => changes)).toEqual([
    {
      what: 'connection.tunnels.0.ike.ikeEncAlg',
      from: before.tunnels[0]?.ike.ikeEncAlg,
      to: 'aes192',
    },
    { what: 'connection.tunnels.0.psk', from: '***', to: '***' },
  ])

  const undo = randomUUID()
  expect(await (await undoOf(ACCESS, { ...at, operationId: undo, of: operationId })).go()).toEqual(
    [],
  )
  await until(undo, ({ state }) => state === 'done')
  expect((await read(at)).tunnels[0]?.ike).toEqual(before.tunnels[0]?.ike)
  expect(await revealPsk(ACCESS, at)).toEqual([key])
})

test('the keys of an edit are forgotten a day after its end, and no sooner', async () => {
  const plan = await editPlan(await single(), ({ connection: { tunnels } }) => {
    tunnels[0].psk = CANARY
  })
  const operationId = await edit(plan)
  await until(operationId, ({ state }) => state === 'done')
  const kept = async () => {
    await forgetSecrets()
    const found = await db().execute(
      sql`select 1 from operation_secret where operation_id = ${operationId}`,
    )
    return found.rows.length
  }
  const age = (hours: number) =>
    db().execute(sql`
      update operation set finished_at = now() - ${hours} * interval '1 hour'
      where operation_id = ${operationId}`)
  await age(23)
  expect(await kept()).toBe(1)
  await age(25)
  expect(await kept()).toBe(0)
})

test('what somebody else changed since the review is shown and not written over', async () => {
  const at = await single()
  const plan = await editPlan(at, ({ connection: { tunnels } }) => {
    tunnels[0].enableDpd = !tunnels[0].enableDpd
  })
  await modifyIpsecConnection(ACCESS, at, { effectImmediately: true }, write())
  const effects = await effectsOn(emulator)
  const operationId = await edit(plan)
  const { question } = await until(operationId, ({ state }) => state === 'needs-decision')
  expect(question).toMatchObject({
    reason: 'changed',
    changes: [{ what: 'connection.effectImmediately', from: 'false', to: 'true' }],
  })
  expect(await effectsOn(emulator)).toEqual(effects)
  await decide(ACCESS, operationId, 'keep')
  await until(operationId, ({ state }) => state === 'kept')
})

test('an edit is not undone over what somebody else changed after it', async () => {
  const at = await single()
  const plan = await editPlan(at, (values) => {
    values.name = 'renamed'
  })
  const operationId = await edit(plan)
  await until(operationId, ({ state }) => state === 'done')
  await modifyIpsecConnection(ACCESS, at, { name: 'renamed again' }, write())
  const undo = { ...at, operationId: randomUUID(), of: operationId }
  expect(await (await undoOf(ACCESS, undo)).go()).toEqual([
    { path: 'name', from: 'renamed', to: 'renamed again' },
  ])
  expect((await read(at)).name).toBe('renamed again')
})

test('a connection that is gone meanwhile is told, and nothing is sent', async () => {
  const at = await connectionNamed('eu-central-1', 'cologne-attempt')
  const plan = await editPlan(at, (values) => {
    values.name = 'renamed'
  })
  await deleteIpsecConnection(ACCESS, at, write())
  const operationId = await edit(plan)
  const { question } = await until(operationId, ({ state }) => state === 'needs-decision')
  expect(question?.changes).toEqual([{ what: 'connection', from: at.vpnConnectionId, to: '' }])
  await decide(ACCESS, operationId, 'keep')
})

test('a tunnel that does not come up again stops the edit before the other one, and the way back is offered', async () => {
  const at = await dual()
  const before = await read(at)
  const plan = await editPlan(at, otherAlgorithms, true)
  await emulator.device(before.tunnels[1]!.customerGatewayId, { answers: false })
  const played = await play(emulator, plan.kind, plan.given, {
    decide: () => 'roll-back',
  })
  expect(played.questions).toMatchObject([{ reason: 'too-slow', step: 'wait-tunnel:2' }])
  expect(played.state).toBe('rolled-back')
  const after = await read(at)
  expect(after.tunnels.map(({ ike, ipsec }) => ({ ike, ipsec }))).toEqual(
    before.tunnels.map(({ ike, ipsec }) => ({ ike, ipsec })),
  )
  expect(isUp(after)[0]).toBe(true)
})

test.each([1, 2, 3, 4, 5, 6])(
  'renegotiating ends with the setting as it was, also when the process dies at write %i',
  async (diesAt) => {
    const at = await dual()
    const { effectImmediately } = await read(at)
    const { kind, given } = await renegotiatePlan(at)
    const earlier = await play(emulator, kind, given, { diesAt })
    const { state } = await play(emulator, kind, given, { earlier })
    expect(state).toBe('done')
    expect((await read(at)).effectImmediately).toBe(effectImmediately)
    const modified = (await effectsOn(emulator)).filter((action) => action.startsWith('Modify'))
    expect(modified).toHaveLength(2)
  },
)

test('a renegotiation begins once for one nonce', async () => {
  const at = await dual()
  const { given } = await renegotiatePlan(at)
  const begin = () => startRenegotiation(ACCESS, { ...given, subject: 'it' })
  expect(new Set(await Promise.all([begin(), begin()])).size).toBe(1)
  await until(given.operationId, ({ state }) => state === 'done')
  expect(await effectsOn(emulator)).toHaveLength(2)
})

async function ownGateway(regionId: string): Promise<string> {
  const gateway = {
    regionId,
    name: 'spare',
    description: '',
    ipAddress: '198.51.100.9',
    asn: 65_010,
  }
  return createCustomerGateway(ACCESS, { ...gateway, tags: [] }, write())
}

test('a customer gateway that is deleted while it is chosen is said at its field, and nothing is sent', async () => {
  const at = await single()
  const customerGatewayId = await ownGateway(at.regionId)
  const choosing = () =>
    editPlan(at, ({ connection: { tunnels } }) => {
      tunnels[0].customerGatewayId = customerGatewayId
    })
  const reviewed = await choosing()
  await deleteCustomerGateway(ACCESS, { regionId: at.regionId, customerGatewayId }, write())
  await expect(choosing()).rejects.toMatchObject({
    issues: [{ path: ['connection', 'tunnels', '0', 'customerGatewayId'] }],
  })
  const before = await read(at)
  const operationId = await edit(reviewed)
  const { state, steps } = await until(operationId, ({ state: now }) => isFinal(now))
  expect(state).toBe('refused')
  expect(steps[0]?.error?.code).toBe('InvalidCustomerGatewayInstanceId.NotFound')
  expect((await read(at)).tunnels).toEqual(before.tunnels)
})

test('a connection that is detached in the midst of an edit stops it, and what was changed can be taken back', async () => {
  const at = await dual()
  const before = await read(at)
  const plan = await editPlan(at, otherAlgorithms, true)
  let isDetached = false
  const played = await play(emulator, plan.kind, plan.given, {
    intended: async (action) => {
      if (action !== 'ModifyTunnelAttribute' || isDetached) return
      isDetached = true
      await detach(at)
    },
    decide: () => 'roll-back',
  })
  expect(played.questions.length).toBeGreaterThan(0)
  expect(played.state).toMatch(/rolled-back|cancelled|kept/)
  const after = await read(at)
  expect(after.tunnels.map(({ ike, ipsec }) => ({ ...ike, ...ipsec, localId: '' }))).toEqual(
    before.tunnels.map(({ ike, ipsec }) => ({ ...ike, ...ipsec, localId: '' })),
  )
})

/** Takes the attachment away behind the back of the operation, as the cloud's own console does. */
async function detach({
  regionId,
  vpnConnectionId,
}: {
  regionId: string
  vpnConnectionId: string
}) {
  const { attachInstanceId: cenId, transitRouterId } = await read({ regionId, vpnConnectionId })
  const all = await listVpnAttachments(ACCESS, { cenId, regionId, transitRouterId })
  const { transitRouterAttachmentId } = all.find(
    ({ resourceId }) => resourceId === vpnConnectionId,
  )!
  await deleteVpnAttachment(ACCESS, { transitRouterAttachmentId, force: true }, write())
}
