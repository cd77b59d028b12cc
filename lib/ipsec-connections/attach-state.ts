import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { isChanging } from '@/lib/query/polling'

/** What a connection is bound to. */
export type AttachState =
  | 'unattached'
  | 'attached'
  | 'attaching'
  | 'detaching'
  | 'updating'
  | 'provisioning'
  | 'upgrading'
  | 'financialLocked'
  | 'deleted'
  | 'vpnGateway'
  | 'other'

/** Nothing is bound to it: it can be attached, and it can be deleted. */
export const isUnattached = ({ attachType }: Pick<IpsecConnection, 'attachType'>): boolean =>
  attachType === 'NO_ASSOCIATED'

/** Alibaba: DescribeVpnConnections, State: the words under which nothing can be done with a connection. */
const CANNOT_WORK = [
  'attaching',
  'detaching',
  'updating',
  'provisioning',
  'upgrading',
  'financialLocked',
  'deleted',
] as const

const isIn = <Word extends string>(words: readonly Word[], state: string): state is Word =>
  words.some((word) => word === state)

/**
 * Whether a connection in this state can be attached. `init`, `active` and a word that nobody documents can: the
 * cloud has the last word.
 */
export const canBeAttached = (
  state: string,
): state is Exclude<string, (typeof CANNOT_WORK)[number]> => !isIn(CANNOT_WORK, state)

/** The binding of a connection; while it changes, the change. */
export function attachStateOf({
  attachType,
  state,
}: Pick<IpsecConnection, 'attachType' | 'state'>): AttachState {
  if (isIn(CANNOT_WORK, state)) return state
  if (isChanging(state)) return 'other'
  if (isUnattached({ attachType })) return 'unattached'
  if (attachType === 'CEN') return 'attached'
  return attachType === 'VPNGW' ? 'vpnGateway' : 'other'
}
