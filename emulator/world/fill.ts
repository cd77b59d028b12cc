import type { State } from '../state/state'
import { newBuilder } from './builder'
import { addSample } from './sample'

export const worldNames = ['sample', 'empty'] as const
export type WorldName = (typeof worldNames)[number]

/** Fills an empty state with the named world, as of `now` (epoch ms). */
export function fillWorld(state: State, world: WorldName, now: number): void {
  if (world === 'sample') addSample(newBuilder(state, now))
}
