import { randomInt, randomUUID } from 'node:crypto'

import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'

import { listVpnAttachments } from '@/lib/attachments/cloud'
import {
  attachPlan,
  type Attached,
  deletePlan,
  type Plan,
  replacePlan,
} from '@/lib/attachments/test/plans'
import { ACCESS } from '@/lib/attachments/test/sample'
import { CloudError } from '@/lib/failure/errors'
import { listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import { freshSteps, definitionOf } from '@/lib/operations/definition'
import { isFinal } from '@/lib/operations/schema'
import { dissociate, listAssociations } from '@/lib/route-tables/bindings'
import { OPERATION_TAG } from '@/lib/tags/operation-tag'
import { WRITES } from '@/proofs/cloud-faults'
import { faultAtACall } from '@/proofs/history-faults'
import { play, type Played } from '@/proofs/play'
import '@/lib/operations/kinds'

const RUNS = 300
const seed = randomInt(2 ** 31)

const emulator = await vi.hoisted(async () => {
  const { pointAt, startEmulator } = await import('@/lib/db/test/rig')
  return pointAt(await startEmulator(1))
})
afterAll(() => emulator.stop())

interface Model {
  /** The attachment is there, bound to a table. */
  isAttached: boolean
  running?: Plan['kind']
  isCancelled: boolean
  /** Somebody changed it outside: operations may stop and ask. */
  isTouched: boolean
}

/** The real thing: an operation, its database, and the tokens that may have an effect. */
interface Real {
  plan?: Plan
  played?: Played | undefined
  attached?: Attached
  tokens: Set<string>
}

type Command = fc.AsyncCommand<Model, Real>

/** Plays on from what the database holds; `diesAt` kills the process at that write. */
async function goOn(real: Real, diesAt?: number): Promise<void> {
  const { kind, given } = real.plan!
  real.played = await play(emulator, kind, given, {
    earlier: real.played,
    decide: (_question, asked) => (asked > 5 ? 'keep' : 'continue'),
    ...(diesAt !== undefined && { diesAt }),
  })
}

/** Every effect bears the token of a step, or is the stranger's; no token has two effects. */
async function expectOneEffectPerToken(real: Real): Promise<void> {
  const tokens = (await emulator.calls())
    .filter(({ effect, action }) => effect && WRITES.includes(action))
    .map(({ clientToken }) => clientToken)
  expect(tokens.filter((token) => !real.tokens.has(token))).toEqual([])
  expect(new Set(tokens).size).toBe(tokens.length)
}

/** The kinds that work on an attachment. */
type Kind = 'attach' | 'replace-route-table' | 'delete-attachment'

class Begin implements Command {
  readonly kind: Kind
  constructor(kind: Kind) {
    this.kind = kind
  }
  check = (model: Model) => !model.running && model.isAttached === (this.kind !== 'attach')
  toString = () => `begin ${this.kind}`
  async run(model: Model, real: Real) {
    await emulator.mend()
    const plan = await {
      attach: () => attachPlan(),
      'replace-route-table': () => replacePlan(real.attached),
      // One that was left half-way keeps its route, so each deletion brings a route of its own.
      'delete-attachment': () => deletePlan(real.attached, `198.51.100.${real.tokens.size}/32`),
    }[this.kind]()
    await emulator.advance(10_000)
    real.plan = plan
    real.played = undefined
    const { operationId, input } = plan.given
    for (const { record } of freshSteps(definitionOf(this.kind), operationId, input))
      real.tokens.add(record.token)
    model.running = this.kind
    model.isCancelled = false
  }
}

class Kill implements Command {
  readonly at: number
  constructor(at: number) {
    this.at = at
  }
  check = (model: Model) => model.running !== undefined
  toString = () => `die at write ${this.at}`
  async run(model: Model, real: Real) {
    await goOn(real, this.at)
    await expectOneEffectPerToken(real)
    if (isFinal(real.played!.state)) await settle(model, real)
  }
}

class Finish implements Command {
  check = (model: Model) => model.running !== undefined
  toString = () => 'finish'
  async run(model: Model, real: Real) {
    await emulator.mend()
    await goOn(real)
    await expectOneEffectPerToken(real)
    await settle(model, real)
  }
}

class Cancel implements Command {
  check = (model: Model) => model.running === 'attach' && !model.isCancelled
  toString = () => 'cancel'
  async run(model: Model, real: Real) {
    if (!real.played) await goOn(real, 1)
    real.played!.isCancelled = true
    model.isCancelled = true
  }
}

// A call that arrives late may hold the attachment: then the stranger is turned away.
const late = (error: unknown) =>
  error instanceof CloudError && error.code === 'Operation.Blocking' ? false : Promise.reject(error)

class Touch implements Command {
  check = (model: Model) => model.isAttached
  toString = () => 'somebody else ends the association'
  async run(model: Model, real: Real) {
    await emulator.mend()
    const { transitRouterAttachmentId } = real.attached!.attachment
    const [association] = await listAssociations(ACCESS, { transitRouterAttachmentId })
    if (association?.status !== 'Active') return
    const { transitRouterRouteTableId } = association
    const binding = { transitRouterAttachmentId, transitRouterRouteTableId }
    const clientToken = randomUUID()
    real.tokens.add(clientToken)
    model.isTouched = await dissociate(ACCESS, binding, { clientToken }).then(() => true, late)
  }
}

class Jump implements Command {
  readonly seconds: number
  constructor(seconds: number) {
    this.seconds = seconds
  }
  check = () => true
  toString = () => `${this.seconds} s pass`
  async run(_model: Model, real: Real) {
    await emulator.advance(this.seconds * 1000)
    if (real.played) real.played.elapsedMs += this.seconds * 1000
  }
}

class Fault implements Command {
  readonly fault: object
  constructor(fault: object) {
    this.fault = fault
  }
  check = (model: Model) => model.running !== undefined
  toString = () => JSON.stringify(this.fault)
  run = () => emulator.fault(this.fault)
}

/** The operation is over: the cloud holds what the model says, and nothing that nobody knows of. */
async function settle(model: Model, real: Real): Promise<void> {
  await emulator.mend()
  const { state, records, questions } = real.played!
  const kind = model.running!
  delete model.running
  if (model.isCancelled) expect(['rolled-back', 'cancelled', 'done']).toContain(state)
  else if (questions.length === 0) expect(state).toBe('done')
  const { operationId } = real.plan!.given
  if (kind === 'attach') {
    const made = records.get('do:attach')?.resourceId
    const input = real.plan!.given.input as AttachInput
    const router = {
      cenId: input.cenId,
      regionId: input.form.regionId,
      transitRouterId: input.form.transitRouterId,
    }
    const ours = (await listIpsecConnections(ACCESS, router)).filter(({ tags }) =>
      tags.some(({ key, value }) => key === OPERATION_TAG && value === operationId),
    )
    expect(ours).toHaveLength(state === 'done' ? 1 : state === 'kept' ? ours.length : 0)
    if (state !== 'done') return
    model.isAttached = true
    model.isTouched = false
    real.attached = {
      attachment: { ...router, transitRouterAttachmentId: made! },
      vpnConnectionId: ours[0]!.vpnConnectionId,
    }
  } else if (state === 'done') {
    const attachments = await listVpnAttachments(ACCESS, real.attached!.attachment)
    expect(attachments).toHaveLength(kind === 'delete-attachment' ? 0 : 1)
    if (kind === 'delete-attachment') model.isAttached = false
  } else {
    // Left half-way by a decision: what follows would need a person, so a new one is made instead.
    expect(model.isTouched).toBe(true)
    model.isAttached = false
  }
}

interface AttachInput {
  cenId: string
  form: { regionId: string; transitRouterId: string }
}

const commands = fc.commands(
  [
    fc.constant(new Begin('attach')),
    fc.constant(new Begin('replace-route-table')),
    fc.constant(new Begin('delete-attachment')),
    fc.integer({ min: 1, max: 12 }).map((at) => new Kill(at)),
    fc.constant(new Finish()),
    fc.constant(new Cancel()),
    fc.constant(new Touch()),
    fc.integer({ min: 1, max: 900 }).map((seconds) => new Jump(seconds)),
    faultAtACall.map((fault) => new Fault(fault)),
    faultAtACall.map((fault) => new Fault(fault)),
  ],
  { maxCommands: 25, size: 'max' },
)

test('whatever happens in whatever order, each call has one effect and nothing is orphaned', async () => {
  process.stdout.write(`Histories of seed ${seed}\n`)
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const real: Real = { tokens: new Set() }
      const setup = async () => {
        await emulator.reset()
        const model: Model = { isAttached: false, isCancelled: false, isTouched: false }
        await new Begin('attach').run(model, real)
        return { model, real }
      }
      await fc.asyncModelRun(setup, sequence)
      await emulator.mend()
      if (!isFinal(real.played?.state ?? 'running')) await goOn(real)
      await expectOneEffectPerToken(real)
      expect(isFinal(real.played!.state)).toBe(true)
    }),
    { numRuns: RUNS, endOnFailure: true, seed },
  )
})
