import { lightsOf } from '@/lib/ipsec-connections/lights'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

/**
 * Whether an attachment tells the data centre its routes by BGP, and if not, why: route synchronisation is off,
 * BGP is off or down. `foreign`: that stands in the account that owns the connection. `unread`: the connection
 * could not be read.
 */
export type Speaking = 'yes' | 'syncOff' | 'bgpOff' | 'bgpDown' | 'foreign' | 'unread' | 'reading'

interface Known {
  synchronised: boolean
  foreign: boolean
  /** The last read that succeeded. */
  connection: IpsecConnection | undefined
  /** There was none. */
  failed: boolean
}

/** What is known of an attachment's BGP, from what could be read of it. */
export function speakingOf({ synchronised, foreign, connection, failed }: Known): Speaking {
  if (!synchronised) return 'syncOff'
  if (foreign) return 'foreign'
  if (!connection) return failed ? 'unread' : 'reading'
  const { word } = lightsOf(connection).bgp
  if (word === 'off') return 'bgpOff'
  return word === 'up' || word === 'some' ? 'yes' : 'bgpDown'
}

/** What is told when it cannot be seen is not known; when BGP is not up, nothing is. */
export const isUncertain = (speaking: Speaking): boolean =>
  speaking === 'foreign' || speaking === 'unread'
