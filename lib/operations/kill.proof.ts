import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test, vi } from 'vitest'

import { attachPlan, deletePlan, type Plan, replacePlan } from '@/lib/attachments/plans.fixture'
import { definitionOf, freshSteps } from '@/lib/operations/definition'
import { Lane, makeTemplate } from '@/lib/operations/lane.fixture'
import { play } from '@/lib/operations/virtual.fixture'
import '@/lib/attachments/operation'
import '@/lib/route-tables/operation'

const POINTS = [
  'before the intent',
  'before the call leaves',
  'while the answer is under way',
  'before the answer is recorded',
  'in the wait',
]
/** After each death the operation goes on alone within this time. */
const PER_DEATH_MS = 30_000

const { emulator, database } = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/operations/rig.fixture')
  return startBoth(0)
})

await makeTemplate(database.url)
afterAll(() => Promise.all([emulator.stop(), database.stop()]))

/** An attachment made without any kill, to change or delete. */
async function attached(name: string) {
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

const writesOf = ({ kind, given }: Plan) =>
  definitionOf(kind)
    .steps(given.input)
    .flatMap(({ send }) => (send ? [send.action] : []))

async function expectOneEffectEach({ kind, given }: Plan): Promise<void> {
  const { operationId, input } = given
  const steps = freshSteps(definitionOf(kind), operationId, input)
  const tokens = steps.map(({ record }) => record.token)
  const effects = (await emulator.calls())
    .filter(({ effect, clientToken }) => effect && tokens.includes(clientToken))
    .map(({ action }) => action)
  const writes = writesOf({ kind, given }).map((action) => action.replace(/^.*:/, ''))
  expect(effects.toSorted()).toEqual(writes.toSorted())
}

/** Runs a plan on a server that dies at this point in every write, and gives the number of deaths. */
async function survive(plan: Plan, point: string, name: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'cen-vpn-kills-'))
  const lane = await Lane.open(database.url, name, { KILL_POINT: point, KILL_FOLDER: folder })
  const { operationId } = plan.given
  lane.order(await lane.replica(), plan)
  const writes = writesOf(plan).length
  await vi.waitUntil(async () => (await lane.state(operationId)) === 'done', {
    timeout: PER_DEATH_MS * (writes + 1),
    interval: 200,
  })
  const { deaths } = lane
  await lane.close()
  expect(await readdir(folder)).toHaveLength(writes)
  await rm(folder, { recursive: true })
  await expectOneEffectEach(plan)
  return deaths
}

test(
  'goes on alone after a kill at each point of each write, with one effect each',
  { timeout: 600_000 },
  async () => {
    const plans: [Plan, string, string][] = []
    for (const [index, point] of POINTS.entries()) {
      plans.push([await attachPlan(`Site ${index}`), point, `attach_${index}`])
      const moved = await attached(`Moved ${index}`)
      plans.push([await replacePlan(moved), point, `replace_${index}`])
      const deleted = await attached(`Deleted ${index}`)
      const plan = await deletePlan(deleted, `198.51.100.${index}/32`)
      plans.push([plan, point, `delete_${index}`])
    }
    const writes = [...new Set(plans.flatMap(([plan]) => writesOf(plan)))]
    const actions = writes.map((action) => action.replace(/^.*:/, ''))
    await emulator.fault({ fault: 'delay', ms: 400, actions })
    const deaths = await Promise.all(plans.map((plan) => survive(...plan)))
    const expected = plans.map(([plan]) => writesOf(plan).length)
    expect(deaths).toEqual(expected)
  },
)
