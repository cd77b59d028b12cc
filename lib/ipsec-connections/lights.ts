import { isUnattached } from '@/lib/ipsec-connections/attach-state'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

/** What a light says. */
export type LightWord =
  | 'established'
  | 'some'
  | 'down'
  | 'waiting'
  | 'off'
  | 'up'
  | 'healthy'
  | 'failing'
  | 'unavailable'
  | 'other'

export interface Light {
  word: LightWord
  /** With `some`: tunnels that are up, of how many. */
  up: number
  of: number
  /** With `other`: the cloud's own word. */
  raw: string
}

export interface Lights {
  ike: Light
  ipsec: Light
  bgp: Light
  healthCheck: Light
}

/** The four lights of a connection: two of the negotiation, BGP, and whether data gets through. */
export function lightsOf(connection: IpsecConnection): Lights {
  const { tunnels } = connection
  const attached = !isUnattached(connection)
  // Alibaba: DescribeVpnConnection, Status. Phase 2 is negotiated only after phase 1 is established.
  const ike = tunnels.map(({ status }) => /^(ike_sa_established|ipsec_sa_)/.test(status))
  const ipsec = tunnels.map(({ status }) => status === 'ipsec_sa_established')
  return {
    ike: attached ? negotiated(ike) : plain('waiting'),
    ipsec: attached ? negotiated(ipsec) : plain('waiting'),
    bgp: bgpOf(connection, attached),
    healthCheck: healthOf(connection),
  }
}

function negotiated(ups: readonly boolean[]): Light {
  const up = ups.filter(Boolean).length
  if (up === ups.length) return plain('established')
  return up === 0 ? plain('down') : { word: 'some', up, of: ups.length, raw: '' }
}

function bgpOf({ enableBgp, tunnels }: IpsecConnection, attached: boolean): Light {
  if (!enableBgp) return plain('off')
  if (!attached) return plain('waiting')
  const states = tunnels.map(({ bgp }) => bgp?.status ?? '')
  const up = states.filter((state) => state === 'success').length
  if (up === states.length) return plain('up')
  if (up > 0) return { word: 'some', up, of: states.length, raw: '' }
  // Alibaba: DescribeVpnConnection shows `failed`, in its samples also `false`.
  const odd = states.find((state) => !['failed', 'false', ''].includes(state.toLowerCase()))
  return odd === undefined ? plain('down') : { word: 'other', up: 0, of: 0, raw: odd }
}

function healthOf({ healthCheck, tunnels }: IpsecConnection): Light {
  // Alibaba: a connection with two tunnels has no health check.
  if (tunnels.length > 1) return plain('unavailable')
  if (!healthCheck?.enable) return plain('off')
  if (healthCheck.status === 'success') return plain('healthy')
  if (healthCheck.status === 'failed') return plain('failing')
  return plain('waiting')
}

const plain = (word: LightWord): Light => ({ word, up: 0, of: 0, raw: '' })

/** Whether something is down, if only one tunnel of two. */
export const isDown = ({ word }: Light): boolean =>
  word === 'down' || word === 'some' || word === 'failing'
