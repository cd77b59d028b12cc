import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Files and connections that a process has open, against how many it may. */
export interface Descriptors {
  open: number
  limit: number
}

const OWN = '/proc/self/fd'
const LIMITS = '/proc/self/limits'
/** Read while there are some left; a limit does not change while the process lives. */
const limit = existsSync(LIMITS)
  ? Number(/^Max open files\s+(\d+)/m.exec(readFileSync(LIMITS, 'utf8'))?.[1])
  : NaN

/** Those of this process; undefined where the system does not say. */
export const descriptors = (): Descriptors | undefined =>
  limit > 0 ? { open: countOpen(), limit } : undefined

function countOpen(): number {
  try {
    // Reading the folder takes one itself.
    return readdirSync(OWN).length - 1
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EMFILE') throw error
    return limit
  }
}

/** The last fifth is needed to finish what runs: no more work should begin on it. */
export const isScarce = ({ open, limit }: Descriptors): boolean => open > limit * 0.8

/** How the gate tells Next of its own, so that one health speaks of both. */
export const GATE_DESCRIPTORS_HEADER = 'x-gate-descriptors'

/** Reads what the gate told. */
export function toldDescriptors(text: string | null): Descriptors | undefined {
  const [open, limit] = (text ?? '').split('/').map(Number)
  return open && limit ? { open, limit } : undefined
}
