import type { Permission } from '@/lib/people/permissions'

/**
 * What became of a try. `denied`: RAM said no. `allowed`: it was answered, or the dry run passed. `not-denied`: the cloud
 * refused what it was tried with, and not for want of a permission. `unclear`: no usable answer, or throttled. `untried`:
 * it could not be tried without changing something.
 */
export type Verdict = 'allowed' | 'not-denied' | 'denied' | 'unclear' | 'untried'

/** An action of RAM that the console needs, and whether the credentials have it. */
export interface RamAction {
  /** `cen:CreateTransitRouter`. */
  action: string
  for: readonly Permission[]
  verdict: Verdict
  /** What the cloud said where that was no answer. */
  code?: string
}
