import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, vi } from 'vitest'

import {
  attachPlan,
  type Attached,
  deletePlan,
  type Plan,
  replacePlan,
} from '@/lib/attachments/test/plans'
import type { RunningEmulator } from '@/lib/db/test/rig'
import { definitionOf, freshSteps } from '@/lib/operations/definition'
import { isFinal } from '@/lib/operations/schema'
import type { Cluster, WrittenDown } from '@/proofs/cluster'
import { play } from '@/proofs/play'
import type { Point } from '@/proofs/points'
import '@/lib/operations/kinds'

let routes = 0

/** A create, a move and a delete, with ten writes between them, in a world of `emulator`. */
export async function threePlans(emulator: RunningEmulator, name: string): Promise<Plan[]> {
  routes += 1
  const block = `198.51.100.${routes}/32`
  return [
    await attachPlan(name),
    await replacePlan(await attached(emulator, `${name} moved`)),
    await deletePlan(await attached(emulator, `${name} deleted`), block),
  ]
}

/** An attachment made without any trouble, to change or delete. */
async function attached(emulator: RunningEmulator, name: string): Promise<Attached> {
  const plan = await attachPlan(name)
  const { records } = await play(emulator, plan.kind, plan.given)
  const { cenId, form } = plan.given.input as {
    cenId: string
    form: { regionId: string; transitRouterId: string }
  }
  return {
    attachment: {
      cenId,
      regionId: form.regionId,
      transitRouterId: form.transitRouterId,
      transitRouterAttachmentId: records.get('do:attach')!.resourceId!,
    },
    vpnConnectionId: records.get('do:create-connection')!.resourceId!,
  }
}

/** The actions that a plan sends, each once per step. */
export const writesOf = ({ kind, given }: Plan): string[] =>
  definitionOf(kind)
    .steps(given.input)
    .flatMap(({ send }) => (send ? [send.action.replace(/^.*:/, '')] : []))

export const tokensOf = ({ kind, given }: Plan): Map<string, string> =>
  new Map(
    freshSteps(definitionOf(kind), given.operationId, given.input)
      .filter(({ direction }) => direction === 'do')
      .map(({ name, record }) => [name, record.token]),
  )

/** Where servers look up at which point the writes of an operation come to something. */
export async function pointsFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'cen-vpn-points-'))
  return {
    folder,
    set: (plans: Plan[], point: Point) =>
      Promise.all(plans.map(({ given }) => writeFile(join(folder, given.operationId), point))),
    /** How many writes came to their point. */
    met: async () => (await readdir(folder)).filter((name) => name.includes('%20')).length,
    remove: () => rm(folder, { recursive: true }),
  }
}

/**
 * Waits until the operations are done, `timeout` milliseconds at most. @throws with all that is written down when
 * it takes longer, and at once when one stands still, which no waiting mends.
 */
export async function allDone(cluster: Cluster, plans: Plan[], timeout: number): Promise<void> {
  let all: (WrittenDown | undefined)[] = []
  const isOver = async () => {
    all = await Promise.all(plans.map(({ given }) => cluster.operation(given.operationId)))
    return all.every((one) => one?.state === 'done') || all.some((one) => one && standsStill(one))
  }
  await vi.waitUntil(isOver, { timeout, interval: 200 }).catch(() => undefined)
  expect(all.filter((one) => one?.state !== 'done')).toEqual([])
}

const standsStill = ({ state }: WrittenDown) =>
  state !== 'done' && (state === 'needs-decision' || isFinal(state))

export async function expectOneEffectEach(emulator: RunningEmulator, plans: Plan[]): Promise<void> {
  const effects = (await emulator.calls()).filter(({ effect }) => effect)
  for (const plan of plans) {
    const tokens = [...tokensOf(plan).values()]
    const actions = effects
      .filter(({ clientToken }) => tokens.includes(clientToken))
      .map(({ action }) => action)
    expect(actions.toSorted()).toEqual(writesOf(plan).toSorted())
  }
}
