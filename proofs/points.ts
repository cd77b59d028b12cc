/** Where in the life of a write something may happen to it, in the order of time. */
export const POINTS = [
  'before the intent',
  'before the call leaves',
  'while the answer is under way',
  'before the answer is recorded',
  'in the wait',
] as const

export type Point = (typeof POINTS)[number]

/** One write of one operation. */
export interface Write {
  operationId: string
  step: string
}

/**
 * What a server tells whoever started it: that a write is about to begin, or that one has come to its point.
 * It goes on when the same message comes back.
 */
export interface Notice extends Write {
  about: 'beginning' | 'point'
}
