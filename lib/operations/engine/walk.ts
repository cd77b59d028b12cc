import type { Decision, OperationState, Question } from '@/lib/operations/schema'
import type { Mode, Next } from '@/lib/operations/step'

/** What carries an operation: a durable workflow in the console, a virtual clock in tests. */
export interface Stage {
  turn: (step: string, mode: Mode, resumed: boolean) => Promise<Next>
  /** Waits, unless a person decides something meanwhile. */
  pause: (milliseconds: number) => Promise<Decision | null>
  ask: (question: Question) => Promise<Decision>
  beginUndo: () => Promise<void>
  /** Whether anything was taken away. */
  hasUndone: () => Promise<boolean>
}

interface Named {
  name: string
  send?: object
  undo?: object
}

/** How a run begins on an operation that an earlier run left: it asks before it does anything. */
export interface Opening {
  question: Question
  /** A roll back had been decided: going on goes on with that. */
  undoing: boolean
}

/**
 * Walks through the steps in order to a final state; a roll back undoes, in reverse order, what exists. When the
 * cloud refuses the first call there is nothing to decide: the operation is over.
 */
export async function walk(
  steps: readonly Named[],
  stage: Stage,
  opening?: Opening,
): Promise<OperationState> {
  if (opening) {
    const decision = await stage.ask(opening.question)
    if (decision === 'keep') return 'kept'
    if (decision === 'roll-back' || opening.undoing) return rollBack(steps, stage)
  }
  for (const [index, { name }] of steps.entries()) {
    const isFirst = !steps.slice(0, index).some(({ send }) => send)
    const end = await finishStep(stage, name, 'do', { resumed: opening !== undefined, isFirst })
    if (end === 'refused') return 'refused'
    if (end === 'keep') return 'kept'
    if (end === 'roll-back') return rollBack(steps, stage)
  }
  return 'done'
}

async function rollBack(steps: readonly Named[], stage: Stage): Promise<OperationState> {
  await stage.beginUndo()
  for (const { name } of steps)
    if ((await finishStep(stage, name, 'clear')) === 'keep') return 'kept'
  for (const { name, undo } of steps.toReversed())
    if (undo && (await finishStep(stage, name, 'undo')) === 'keep') return 'kept'
  return (await stage.hasUndone()) ? 'rolled-back' : 'cancelled'
}

/** Takes turns until the step is over, or a person wants otherwise. `isFirst`: nothing was sent before it. */
async function finishStep(
  stage: Stage,
  name: string,
  mode: Mode,
  { resumed, isFirst } = { resumed: false, isFirst: false },
): Promise<'on' | 'refused' | 'keep' | 'roll-back'> {
  for (let isResumed = resumed; ;) {
    const next = await stage.turn(name, mode, isResumed)
    if (next.go === 'on') return 'on'
    if (next.go === 'stopped') return 'roll-back'
    if (next.go === 'ask' && next.isRefusal && isFirst) return 'refused'
    const decision = next.go === 'ask' ? await stage.ask(next.question) : await stage.pause(next.ms)
    if (decision === 'keep') return 'keep'
    if (mode === 'do' && decision === 'roll-back') return 'roll-back'
    isResumed = next.go === 'ask'
  }
}
