import type { Operation } from '../protocol/operation'
import { cbn } from './cbn'
import { vpc } from './vpc'

/** Every operation by product and action name. Some names exist in both products. */
export const operations: {
  readonly cbn: Readonly<Record<string, Operation>>
  readonly vpc: Readonly<Record<string, Operation>>
} = { cbn, vpc }
