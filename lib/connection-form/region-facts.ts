import type { AttachFacts } from '@/lib/connection-form/facts'
import type { RegionSurroundings } from '@/lib/connection-form/read-region'

/** The reading of a region as the rules take it. What could not be read is left out. */
export function regionFacts({
  customerGateways,
  connections,
  unread,
}: Pick<RegionSurroundings, 'customerGateways' | 'connections' | 'unread'>): AttachFacts {
  const isRead = (list: 'customerGateways' | 'connections') =>
    !unread.some(({ what }) => what === list)
  return {
    ...(isRead('customerGateways') && { customerGateways }),
    ...(isRead('connections') && { connections }),
  }
}
