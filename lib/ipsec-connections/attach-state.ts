import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { isChanging } from '@/lib/query/polling'

/** What a connection is bound to; its words are in the catalogue under `ipsecConnections.attachState`. */
export type AttachState =
  | 'unattached'
  | 'attached'
  | 'attaching'
  | 'detaching'
  | 'updating'
  | 'vpnGateway'
  | 'other'

/** Nothing holds it: it can be attached, and it can be deleted. */
export const isUnattached = ({ attachType }: Pick<IpsecConnection, 'attachType'>): boolean =>
  attachType === 'NO_ASSOCIATED'

/** The binding of a connection; while it changes, the change. */
export function attachStateOf({
  attachType,
  state,
}: Pick<IpsecConnection, 'attachType' | 'state'>): AttachState {
  if (state === 'attaching' || state === 'detaching' || state === 'updating') return state
  if (isChanging(state)) return 'other'
  if (isUnattached({ attachType })) return 'unattached'
  if (attachType === 'CEN') return 'attached'
  return attachType === 'VPNGW' ? 'vpnGateway' : 'other'
}
