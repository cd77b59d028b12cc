import type { OperationState } from '@/lib/operations/schema'

/** The last edit of a connection within a day. */
export interface LastEdit {
  operationId: string
  state: OperationState
}
