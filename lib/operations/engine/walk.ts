import type { Decision, OperationState, Question } from '@/lib/operations/schema'
import type { Mode, Next } from '@/lib/operations/step'

/** What carries an operation: a durable workflow in the console, a virtual clock in tests. */
export interface Stage {
  turn: (step: string, mode: Mode, resumed: boolean) => Promise<Next>
  /** Waits, unless a person decides something meanwhile. */
  pause: (milliseconds: number) => Promise<Decision | null>
  ask: (question: Question) => Promise<Decision>
  /** What was decided and has yet to come about. */
  decided: () => Promise<Decision | null>
  beginUndo: () => Promise<void>
  /** Whether anything was taken away. */
  hasUndone: () => boolean
  /** Writes the end down; instead gives what was decided meanwhile, when that is still to come. */
  finish: (state: OperationState) => Promise<Decision | null>
}

interface Named {
  name: string
  send?: object
  undo?: { name: string }
}

/** How a run begins on an operation that an earlier run left. */
export interface Opening {
  /** It stood still with this, or was ended: it asks before it does anything. */
  question?: Question
  /** What was decided while nobody ran it. */
  decided?: Decision
  /** A roll back had begun: going on goes on with that. */
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
  let state = await toEnd(steps, stage, opening)
  const late = await stage.finish(state)
  if (!late) return state
  state = late === 'keep' ? 'kept' : await rollBack(steps, stage)
  await stage.finish(state)
  return state
}

async function toEnd(
  steps: readonly Named[],
  stage: Stage,
  { question, decided, undoing }: Opening = { undoing: false },
): Promise<OperationState> {
  const decision = question ? await stage.ask(question) : decided
  if (decision === 'keep') return 'kept'
  if (decision === 'roll-back' || undoing) return rollBack(steps, stage, question?.step)
  for (const [index, { name }] of steps.entries()) {
    const isFirst = !steps.slice(0, index).some(({ send }) => send)
    const end = await finishStep(stage, name, 'do', { resumed: name === question?.step, isFirst })
    if (end === 'refused') return 'refused'
    if (end === 'keep') return 'kept'
    if (end === 'roll-back') return rollBack(steps, stage)
  }
  return 'done'
}

/** `resumed`: the step that asked before, and whose question was answered with "continue". */
async function rollBack(
  steps: readonly Named[],
  stage: Stage,
  resumed?: string,
): Promise<OperationState> {
  await stage.beginUndo()
  for (const { name } of steps) {
    const end = await finishStep(stage, name, 'clear', { resumed: name === resumed })
    if (end === 'keep') return 'kept'
  }
  for (const { name, undo } of steps.toReversed()) {
    if (!undo) continue
    const isResumed = resumed === undo.name || resumed === name
    const end = await finishStep(stage, name, 'undo', { resumed: isResumed })
    if (end === 'keep') return 'kept'
    // What stood in the way may be a call that arrived after it was believed absent: all is cleared anew.
    if (end === 'again') return rollBack(steps, stage, undo.name)
  }
  return stage.hasUndone() ? 'rolled-back' : 'cancelled'
}

/**
 * Takes turns until the step is over, or a person wants otherwise. `isFirst`: nothing was sent before it. `again`:
 * a person lets a roll back go on that asked.
 */
async function finishStep(
  stage: Stage,
  name: string,
  mode: Mode,
  { resumed, isFirst = false }: { resumed: boolean; isFirst?: boolean },
): Promise<'on' | 'again' | 'refused' | 'keep' | 'roll-back'> {
  for (let isResumed = resumed; ;) {
    const next = await stage.turn(name, mode, isResumed)
    if (next.go === 'on') return 'on'
    if (next.go === 'stopped') return (await stage.decided()) === 'keep' ? 'keep' : 'roll-back'
    if (next.go === 'ask' && next.isRefusal && isFirst) return 'refused'
    const decision = next.go === 'ask' ? await stage.ask(next.question) : await stage.pause(next.ms)
    if (decision === 'keep') return 'keep'
    if (mode === 'do' && decision === 'roll-back') return 'roll-back'
    isResumed = next.go === 'ask'
    if (isResumed && mode === 'undo') return 'again'
  }
}
