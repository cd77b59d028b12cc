import type { Fate } from '@/lib/connection-edit/plan'
import type { OperationState } from '@/lib/operations/schema'

/** What replacing a customer gateway does to one connection that uses it. */
export interface GatewayUser {
  vpnConnectionId: string
  name: string
  /** 0 or 1: the tunnels that lead to it. */
  tunnels: number[]
  /** Of all its tunnels. */
  fate: Fate
  /** 0 or 1: the tunnels whose RemoteId follows the address. */
  follows: number[]
}

/** What a person sees before OK. */
export interface ReplacementReview {
  customerGatewayId: string
  /** The name to type before traffic stops. */
  name: string
  from: { ipAddress: string; asn?: number }
  to: { ipAddress: string; asn?: number }
  users: GatewayUser[]
  /** Connections of VPN gateways that use it: they are changed there, and it cannot be deleted. */
  staying: string[]
}

/** One after the other, some connection is without a tunnel for a while though one is up now. */
export const stopsTraffic = ({ users }: Pick<ReplacementReview, 'users'>): boolean =>
  users.some(({ fate }) => fate.stops && !fate.canGoOneAtATime)

/** The last replacement in a region within a day. */
export interface LastReplacement {
  operationId: string
  state: OperationState
  /** The name or id of what was replaced. */
  name: string
}
