import { isFinal, type OperationState } from '@/lib/operations/schema'

const KEY = 'operation-notices'

/** `shown`, or the state in which it was put away. */
type Memory = Record<string, 'shown' | OperationState>

function read(): Memory {
  try {
    return JSON.parse(window.sessionStorage.getItem(KEY) ?? '{}') as Memory // only `write` makes it
  } catch {
    return {}
  }
}

function write(operationId: string, what: Memory[string]): void {
  window.sessionStorage.setItem(KEY, JSON.stringify({ ...read(), [operationId]: what }))
}

/** Which operations this tab has shown a notice of, and which of these were put away. Browser only. */
export const noticeMemory = {
  /**
   * Whether to show it: what runs and what asks, and the end of what was seen running. A question comes
   * back after the notice of the run was put away.
   */
  wants(operationId: string, state: OperationState): boolean {
    const known = read()[operationId]
    if (known === undefined) return !isFinal(state)
    return known === 'shown' || (state === 'needs-decision' && known !== state)
  },
  shown: (operationId: string) => write(operationId, 'shown'),
  putAway: (operationId: string, state: OperationState) => write(operationId, state),
}
