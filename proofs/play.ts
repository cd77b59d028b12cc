import { expectNoLeaks, containsCanary } from '@/lib/db/test/canary'
import type { RunningEmulator } from '@/lib/db/test/rig'
import { definitionOf, freshSteps } from '@/lib/operations/definition'
import { advance, resume } from '@/lib/operations/engine/advance'
import { isReached, tookEffect } from '@/lib/operations/engine/record'
import { walk, type Stage } from '@/lib/operations/engine/walk'
import type { Decision, OperationKind, OperationState, Question } from '@/lib/operations/schema'
import {
  type Conclusion,
  type Intent,
  type Mode,
  type Next,
  type Run,
  type StepRecord,
  type Runtime,
} from '@/lib/operations/step'

const LONGEST_MS = 7 * 86_400_000

export interface Played {
  state: OperationState
  questions: Question[]
  records: Map<string, StepRecord>
  /** Audit lines in the order they were committed. */
  audit: (Intent | Conclusion)[]
  /** How long it took by the virtual clock. */
  elapsedMs: number
  isCancelled: boolean
}

interface Options {
  /** What a person decides; undefined leaves the operation standing, as `kept`. */
  decide?: (question: Question, asked: number) => Promise<Decision> | Decision | undefined
  /** Called in each pause; a decision wakes the operation. */
  interrupt?: (record: StepRecord | undefined, step: string) => Decision | undefined
  /** Called when an intent has been committed and nothing has been sent yet. */
  intended?: (action: string) => Promise<void>
  /** What an earlier play of the same operation left in the database. */
  earlier?: Played | undefined
  /** The process dies at this many writes to the database; the state stays `running`. */
  diesAt?: number
}

/** Plays a whole operation on a virtual clock that the emulator follows, with the records in memory. */
export async function play(
  emulator: RunningEmulator,
  kind: OperationKind,
  given: { operationId: string; input: unknown; secret?: unknown },
  { decide, interrupt, intended, earlier, diesAt = Infinity }: Options = {},
): Promise<Played> {
  const { operationId, input, secret } = given
  const definition = definitionOf(kind)
  const steps = definition.steps(input)
  const records =
    earlier?.records ??
    new Map(
      freshSteps(definition, operationId, input).map(({ direction, name, record }) => [
        `${direction}:${name}`,
        record,
      ]),
    )
  /** Ended, and written with the next write; a process that dies before forgets it. */
  const ended = new Map<string, StepRecord>()
  const at = (key: string) => ended.get(key) ?? records.get(key)
  const recordOf = (name: string) => at(`do:${name}`)
  const played: Played = {
    state: 'running',
    questions: [],
    records,
    audit: earlier?.audit ?? [],
    elapsedMs: earlier?.elapsedMs ?? 0,
    isCancelled: earlier?.isCancelled ?? false,
  }
  const begun = played.elapsedMs
  let writes = 0
  const flush = () => {
    for (const [key, record] of ended) records.set(key, record)
    ended.clear()
  }
  const write = (key: string, record: StepRecord) => {
    writes += 1
    if (writes >= diesAt) throw new Died()
    flush()
    records.set(key, structuredClone(record))
  }
  let current = ''
  const now = () => Date.now() + played.elapsedMs

  const run: Run<unknown> = {
    operationId,
    access: { profile: 'main' },
    input,
    secret: () => Promise.resolve(secret),
    made: (step) => recordOf(step)!.resourceId!,
    isDone: (step) => recordOf(step)?.phase === 'done',
  }
  const runtimeOf = (key: string): Runtime => ({
    now,
    random: () => 0.5,
    budget: () => 0,
    mayStill: async () => true,
    save: async (record) => write(key, record),
    end: (record) => void ended.set(key, structuredClone(record)),
    intend: async (record, intent) => {
      if (played.isCancelled && key.startsWith('do:')) return undefined
      write(key, record)
      played.audit.push(intent)
      await intended?.(intent.action.replace(/^.*:/, ''))
      return played.audit.length
    },
    conclude: async (record, conclusion) => {
      write(key, record)
      played.audit.push(conclusion)
    },
    unexpected: (error) => {
      throw error
    },
  })

  async function turn(name: string, mode: Mode, resumed: boolean): Promise<Next> {
    // The database replays a cancel to the process that comes after.
    if (mode === 'do' && played.isCancelled) return { go: 'stopped' }
    const forward = steps.find((step) => step.name === name)
    if (mode === 'undo' && !tookEffect(recordOf(name))) return { go: 'on' }
    const key = `${mode === 'undo' ? 'undo' : 'do'}:${name}`
    const record = structuredClone(at(key)!)
    const step = mode === 'undo' ? forward!.undo! : forward!
    current = name
    if (resumed) resume(record, now())
    return advance({
      step,
      record,
      run,
      runtime: runtimeOf(key),
      mode,
      mayBeSent: earlier !== undefined && isReached(steps, name, recordOf),
    })
  }

  let last: Decision | null = null
  const stage: Stage = {
    turn,
    pause: async (milliseconds) => {
      flush()
      const decision = interrupt?.(recordOf(current), current)
      if (decision) {
        if (decision !== 'continue') played.isCancelled = true
        last = decision
        return decision
      }
      if (played.elapsedMs > begun + LONGEST_MS) throw new Error('The operation does not end.')
      played.elapsedMs += milliseconds
      await emulator.advance(milliseconds)
      return null
    },
    decided: async () => last,
    ask: async (question) => {
      flush()
      played.questions.push(question)
      return (await decide?.(question, played.questions.length)) ?? 'keep'
    },
    beginUndo: async () => {
      played.isCancelled = true
    },
    hasUndone: () =>
      [...records.keys()].some((key) => key.startsWith('undo:') && at(key)!.phase === 'done'),
    finish: async () => {
      flush()
      return null
    },
  }
  try {
    played.state = await walk(steps, stage)
  } catch (error) {
    if (!(error instanceof Died)) throw error
  }
  const kept = JSON.stringify([input, ...played.records, played.audit, played.questions])
  expectNoLeaks(containsCanary(kept) ? ['the records'] : [])
  return played
}

class Died extends Error {}
