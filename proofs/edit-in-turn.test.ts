import { randomUUID } from 'node:crypto'

import { afterAll, expect, test, vi } from 'vitest'

import { ACCESS } from '@/lib/attachments/test/sample'
import { connectionNamed, editPlan, otherAlgorithms } from '@/lib/connection-edit/test/plans'
import { replacementPlan } from '@/lib/gateway-replacement/test/plans'
import { describeIpsecConnection, modifyIpsecConnection } from '@/lib/ipsec-connections/cloud'
import { play } from '@/proofs/play'
import '@/lib/operations/kinds'

// Negotiations take the time that they take, by a clock that both follow.
const emulator = await vi.hoisted(async () => {
  const { pointAt, startEmulator } = await import('@/lib/db/test/rig')
  return pointAt(await startEmulator(1))
})
afterAll(() => emulator.stop())

const STEP_MS = 500
const at = await connectionNamed('eu-west-1', 'cambridge-dc')

const ups = async () =>
  (await describeIpsecConnection(ACCESS, at)).tunnels.map(
    ({ status }) => status === 'ipsec_sa_established',
  )

/** The emulator, with a look at the tunnels after each half second of its clock; gives the milliseconds without any. */
function watch() {
  let without = 0
  const advance = async (milliseconds: number) => {
    for (let left = milliseconds; left > 0; left -= STEP_MS) {
      await emulator.advance(Math.min(left, STEP_MS))
      if (!(await ups()).includes(true)) without += Math.min(left, STEP_MS)
    }
  }
  return { emulator: { ...emulator, advance }, without: () => without }
}

test('one tunnel at a time leaves no moment without a tunnel, both at once does', async () => {
  const inTurn = await editPlan(at, otherAlgorithms, true)
  expect(inTurn.review.fate).toMatchObject({ stops: true, canGoOneAtATime: true })
  const first = watch()
  const played = await play(first.emulator, inTurn.kind, inTurn.given)
  expect(played.state).toBe('done')
  expect([...played.records.keys()].filter((name) => name.startsWith('do:'))).toEqual([
    'do:modify-tunnel:2',
    'do:wait-tunnel:2',
    'do:modify-tunnel:1',
    'do:wait-tunnel:1',
  ])
  expect(first.without()).toBe(0)
  expect(await ups()).toEqual([true, true])

  const together = await editPlan(at, otherAlgorithms)
  const second = watch()
  await play(second.emulator, together.kind, together.given)
  await second.emulator.advance(15_000)
  expect(second.without()).toBeGreaterThan(0)
  expect(await ups()).toEqual([true, true])
})

test('a gateway that both tunnels use is replaced without a moment without a tunnel', async () => {
  await emulator.reset()
  const { tunnels } = await describeIpsecConnection(ACCESS, at)
  const [first] = tunnels
  await modifyIpsecConnection(
    ACCESS,
    at,
    {
      tunnels: tunnels.map(({ tunnelId = '' }) => ({
        tunnelId,
        customerGatewayId: first!.customerGatewayId,
        ike: { remoteId: '198.18.0.1' },
      })),
    },
    { clientToken: randomUUID() },
  )
  await emulator.advance(120_000)
  expect(await ups()).toEqual([true, true])
  const plan = await replacementPlan(
    { regionId: 'eu-west-1', name: 'cambridge-edge-1' },
    { ipAddress: '198.51.100.78' },
  )
  expect(plan.review.users).toMatchObject([
    { tunnels: [0, 1], fate: { stops: true, canGoOneAtATime: true } },
  ])
  const watched = watch()
  const played = await play(watched.emulator, plan.kind, plan.given)
  expect(played.state).toBe('done')
  const id = at.vpnConnectionId
  expect([...played.records.keys()].filter((name) => name.startsWith('do:'))).toEqual([
    'do:create-gateway',
    `do:lead-over:${id}/2`,
    `do:wait-up:${id}/2`,
    `do:lead-over:${id}/1`,
    `do:wait-up:${id}/1`,
    'do:delete-gateway',
  ])
  expect(watched.without()).toBe(0)
  expect(await ups()).toEqual([true, true])
})
