import type { TunnelValues } from '@/lib/attach-form/values'
import { type AttachFacts, gatewayOf } from '@/lib/connection-form/facts'

/**
 * The identifiers of a tunnel as they will be negotiated. An empty LocalId becomes the gateway address that
 * Alibaba gives out on attaching, so it is not known before; an empty RemoteId becomes the customer gateway's
 * address (guide, LocalId and RemoteId).
 */
export function effectiveIds(
  { ike, customerGatewayId }: TunnelValues,
  facts: AttachFacts,
): { localId: string | undefined; remoteId: string | undefined } {
  return {
    localId: ike.localId || undefined,
    remoteId: ike.remoteId || gatewayOf(facts, customerGatewayId)?.ipAddress,
  }
}
