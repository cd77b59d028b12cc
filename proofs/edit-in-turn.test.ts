import { afterAll, expect, test, vi } from 'vitest'

import { ACCESS } from '@/lib/attachments/test/sample'
import { connectionNamed, editPlan, otherAlgorithms } from '@/lib/connection-edit/test/plans'
import { describeIpsecConnection } from '@/lib/ipsec-connections/cloud'
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
