import type { State } from '../state'

export const worldNames = ['sample', 'empty'] as const
export type WorldName = (typeof worldNames)[number]

/** Fills an empty state with the named world, as of `now` (epoch ms). */
export function fillWorld(_state: State, _world: WorldName, _now: number): void {}
