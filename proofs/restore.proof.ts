import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { attachPlan, deletePlan, replacePlan } from '@/lib/attachments/test/plans'
import { play, type Played } from '@/proofs/play'
import '@/lib/attachments/operation'
import '@/lib/route-tables/operation'

const emulator = await vi.hoisted(async () => {
  const { pointAt, startEmulator } = await import('@/lib/db/test/rig')
  return pointAt(await startEmulator(1))
})

beforeEach(() => emulator.reset())
afterAll(() => emulator.stop())

const effects = async () => (await emulator.calls()).filter(({ effect }) => effect).length

/** Longer than the cloud remembers a token. */
const DAY_AND_HOUR = 25 * 3_600_000

/** Plays until the process dies at this write to the database; what the database holds then is the backup. */
async function backedUp(makePlan: typeof attachPlan, diesAt: number) {
  await emulator.reset()
  const plan = await makePlan()
  await emulator.advance(10_000)
  const backup = await play(emulator, plan.kind, plan.given, { diesAt })
  const goOn = (earlier: Played) => play(emulator, plan.kind, plan.given, { earlier })
  return { backup, goOn }
}

test.each([
  { kind: 'a create', makePlan: attachPlan },
  { kind: 'a move', makePlan: () => replacePlan() },
  { kind: 'a deletion', makePlan: () => deletePlan() },
])(
  '$kind goes on from any backup of the database and sends nothing twice',
  async ({ makePlan }) => {
    let diesAt = 1
    for (let isOver = false; !isOver; diesAt += 1) {
      const { backup, goOn } = await backedUp(makePlan, diesAt)
      isOver = backup.state === 'done'
      const finished = await goOn(structuredClone(backup))
      expect(finished.state).toBe('done')
      const sent = await effects()
      await emulator.advance(DAY_AND_HOUR)
      const restored = { ...backup, elapsedMs: finished.elapsedMs + DAY_AND_HOUR }
      const again = await goOn(restored)
      expect({ diesAt, state: again.state, questions: again.questions }).toEqual({
        diesAt,
        state: 'done',
        questions: [],
      })
      expect(await effects()).toBe(sent)
    }
    expect(diesAt).toBeGreaterThan(4)
  },
)
