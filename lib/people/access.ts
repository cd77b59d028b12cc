import type { Person } from '@/lib/people/schema'

/** On whose behalf the cloud is called. `lib/request/access.ts` decides it, and nobody else. */
export interface Access {
  /** Whose credentials. */
  profile: string
  /** Who asks; nobody in particular with `AUTH=off`. */
  person?: Person
  /** The email address of the second person who approved what is done. */
  approver?: string
  /** Why it is done, in the words of whoever asks, or the number of a change ticket. */
  reason?: string
}
