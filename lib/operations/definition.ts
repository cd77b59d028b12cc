import 'server-only'
import { createHash } from 'node:crypto'

import { Fault } from '@/lib/failure/errors'
import { freshRecord } from '@/lib/operations/engine/record'
import type { OperationInputs, OperationKind, Place } from '@/lib/operations/schema'
import type { Step, StepRecord } from '@/lib/operations/step'
import { once } from '@/lib/request/once'

/** A kind of operation: what it takes, and the steps that this needs, in order. */
export interface Definition<Input> {
  kind: OperationKind
  /** The ids of its place on which no other operation may work until this one is over. */
  exclusive: readonly (keyof Place)[]
  /** Its sealed part stays for a day after it is done, so that another operation can take it back. */
  undoable?: true
  /** The same steps for the same input, for as long as operations of this kind run. */
  steps: (input: Input) => readonly Step<Input>[]
}

/** Every kind that was made known. */
export const definitions = () =>
  once('operation kinds', () => new Map<OperationKind, Definition<unknown>>())

/** Makes a kind known, so that its operations go on after a restart. */
export function define<Kind extends OperationKind>(
  definition: Definition<OperationInputs[Kind]> & { kind: Kind },
): Definition<OperationInputs[Kind]> {
  // An operation of a kind carries the input it was started with, so the input fits again.
  definitions().set(definition.kind, definition as unknown as Definition<unknown>)
  return definition
}

/** @throws when no module defined the kind: it is missing in `kinds.ts`. */
export function definitionOf(kind: OperationKind): Definition<unknown> {
  const definition = definitions().get(kind)
  if (!definition) throw new Fault(`Nothing defines operations of kind ${kind}.`)
  return definition
}

/** The records a new operation begins with: its steps, then the way back. */
export function freshSteps<Input>(
  definition: Definition<Input>,
  operationId: string,
  input: Input,
): { name: string; direction: 'do' | 'undo'; position: number; record: StepRecord }[] {
  const steps = definition.steps(input)
  const forward = steps.map(({ name }) => ({ name, direction: 'do' as const }))
  const back = steps
    .filter(({ undo }) => undo)
    .map(({ name }) => ({ name, direction: 'undo' as const }))
    .toReversed()
  return [...forward, ...back].map((step, position) => ({
    ...step,
    position,
    record: freshRecord(clientToken(operationId, step.direction, step.name)),
  }))
}

// Alibaba: ClientToken, at most 64 ASCII characters.
const clientToken = (...parts: string[]) =>
  createHash('sha256').update(parts.join(':')).digest('hex')
