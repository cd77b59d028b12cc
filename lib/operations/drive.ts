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
  undo?: object
}

/** Runs the steps in order to a final state; a roll back undoes, in reverse order, what exists. */
export async function drive(steps: readonly Named[], stage: Stage): Promise<OperationState> {
  for (const { name } of steps) {
    const end = await settle(stage, name, 'do')
    if (end === 'keep') return 'kept'
    if (end === 'roll-back') return rollBack(steps, stage)
  }
  return 'done'
}

async function rollBack(steps: readonly Named[], stage: Stage): Promise<OperationState> {
  await stage.beginUndo()
  const backwards = steps.toReversed()
  for (const { name } of backwards)
    if ((await settle(stage, name, 'clear')) === 'keep') return 'kept'
  for (const { name, undo } of backwards)
    if (undo && (await settle(stage, name, 'undo')) === 'keep') return 'kept'
  return (await stage.hasUndone()) ? 'rolled-back' : 'cancelled'
}

/** Takes turns until the step is over, or a person wants otherwise. */
async function settle(
  stage: Stage,
  name: string,
  mode: Mode,
): Promise<'on' | 'keep' | 'roll-back'> {
  let resumed = false
  for (;;) {
    const next = await stage.turn(name, mode, resumed)
    if (next.go === 'on') return 'on'
    if (next.go === 'stopped') return 'roll-back'
    const decision = next.go === 'ask' ? await stage.ask(next.question) : await stage.pause(next.ms)
    if (decision === 'keep') return 'keep'
    if (mode === 'do' && (decision === 'cancel' || decision === 'roll-back')) return 'roll-back'
    resumed = next.go === 'ask'
  }
}
