import { afterAll, expect, test, vi } from 'vitest'

import { attachPlan, deletePlan, replacePlan } from '@/lib/attachments/test/plans'
import {
  connectionNamed,
  editPlan,
  otherAlgorithms,
  renegotiatePlan,
} from '@/lib/connection-edit/test/plans'
import { replacementPlan } from '@/lib/gateway-replacement/test/plans'
import { definitionOf, definitions } from '@/lib/operations/definition'
import en from '@/messages/en.json'
import zh from '@/messages/zh-CN.json'
import '@/lib/operations/kinds'

const emulator = await vi.hoisted(async () => {
  const { pointAt, startEmulator } = await import('@/lib/db/test/rig')
  return pointAt(await startEmulator(1))
})
afterAll(() => emulator.stop())

test('every kind of operation, each of its steps and each way back has its words in both languages', async () => {
  const single = await connectionNamed('eu-central-1', 'munich-hq')
  const dual = await connectionNamed('eu-west-1', 'cambridge-dc')
  const plans = [
    await attachPlan(),
    await replacePlan(),
    await deletePlan(),
    await editPlan(single, otherAlgorithms),
    await editPlan(dual, otherAlgorithms, true),
    await renegotiatePlan(single),
    await replacementPlan(
      { regionId: 'eu-central-1', name: 'munich-fw1' },
      { ipAddress: '198.51.100.77' },
    ),
  ]
  const kinds = [...definitions().keys()]
  // One call that waits for a second person has no steps, so no plan.
  const planned = [...new Set(plans.map(({ kind }) => kind)), 'approved-call']
  expect(planned.toSorted()).toEqual(kinds.toSorted())
  const steps = plans.flatMap(({ kind, given }) => definitionOf(kind).steps(given.input))
  const nameOf = (step: { name: string }) => step.name.replace(/:.*/, '')
  for (const { operations } of [en, zh]) {
    for (const kind of kinds) expect(operations.kind).toHaveProperty(kind)
    for (const step of steps) expect(operations.step).toHaveProperty(nameOf(step))
    for (const step of steps.filter(({ undo }) => undo))
      expect(operations.undo).toHaveProperty(nameOf(step))
  }
})
