import { keyPath, type SettingChange, tunnelOf } from '@/lib/connection-edit/settings'
import type { Tunnel } from '@/lib/ipsec-connections/schema'

/** One call of an edit: what it sets, and on which tunnel alone, if it does. */
export interface EditCall {
  /** The name of its step. */
  name: 'modify-connection' | `modify-tunnel:${number}`
  /** 0 or 1: only this tunnel is changed, by its id. */
  tunnel?: number
  changes: SettingChange[]
  /** The tunnels whose keys it sets. */
  keys: number[]
}

/**
 * The calls that make an edit, in their order. What is one tunnel's own alone goes to that tunnel; the
 * rest in one call, so that BGP is switched on with the settings of both tunnels. `oneAtATime`: what both have
 * in common first, then tunnel 2, then tunnel 1.
 */
export function callsFor(
  changes: readonly SettingChange[],
  keys: readonly number[],
  { isDual, oneAtATime }: { isDual: boolean; oneAtATime: boolean },
): EditCall[] {
  const switchesBgp = changes.some(({ path }) => path === 'connection.enableBgp')
  const belongs = ({ path }: SettingChange): number | undefined =>
    switchesBgp && path.includes('.bgp.') ? undefined : tunnelOf(path)
  const common = changes.filter((change) => belongs(change) === undefined)
  const ofTunnel = (tunnel: number): EditCall => ({
    name: `modify-tunnel:${tunnel + 1}`,
    tunnel,
    changes: changes.filter((change) => belongs(change) === tunnel),
    keys: keys.filter((key) => key === tunnel),
  })
  const tunnels = [1, 0].map(ofTunnel).filter(isNeeded)
  const together: EditCall = { name: 'modify-connection', changes: [...changes], keys: [...keys] }
  if (!isDual) return [together].filter(isNeeded)
  if (oneAtATime) return [{ ...together, changes: common, keys: [] }, ...tunnels].filter(isNeeded)
  return common.length === 0 && tunnels.length === 1 ? tunnels : [together].filter(isNeeded)
}

const isNeeded = ({ changes, keys }: EditCall) => changes.length > 0 || keys.length > 0

/** Whether traffic goes through a tunnel: both phases are up, and with BGP its session too. */
export const carriesTraffic = ({ status, bgp }: Tunnel, enableBgp: boolean): boolean =>
  status === 'ipsec_sa_established' && (!enableBgp || bgp?.status === 'success')

/** What a change of a setting does while it is made. */
type Interruption = 'tunnel' | 'session'

/** `tunnel`: the tunnel goes down and negotiates anew. `session`: only its BGP session does. */
function interruptionOf({ path, to }: SettingChange): Interruption | undefined {
  if (/\.(customerGatewayId|psk|enableNatTraversal)$|\.(ike|ipsec)\./.test(path)) return 'tunnel'
  if (/\.(localSubnet|remoteSubnet)$/.test(path)) return 'tunnel'
  // Alibaba: ModifyVpnAttachmentAttribute, EffectImmediately: true negotiates at once.
  if (path.endsWith('.effectImmediately')) return to === 'true' ? 'tunnel' : undefined
  return path.endsWith('.enableBgp') || path.includes('.bgp.') ? 'session' : undefined
}

/** What an edit does to one tunnel. */
interface TunnelFate {
  /** It carries traffic now. */
  isUp: boolean
  interruption?: Interruption
}

/** What an edit does to the traffic. */
export interface Fate {
  /** In the order of the form. */
  tunnels: TunnelFate[]
  /** Made in one go it leaves no tunnel that carries traffic, though one does now. */
  stops: boolean
  /** Changed one after the other, one tunnel always carries the traffic. */
  canGoOneAtATime: boolean
}

/** @param up which tunnels carry traffic now, in the order of the form. */
export function fateOf(
  changes: readonly SettingChange[],
  keys: readonly number[],
  up: readonly boolean[],
): Fate {
  const all = [...changes, ...keys.map((key) => ({ path: keyPath(key), from: '', to: '' }))]
  const worst = (list: SettingChange[]): Interruption | undefined => {
    const found = list.map(interruptionOf)
    return found.find((each) => each === 'tunnel') ?? found.find(Boolean)
  }
  const common = worst(all.filter(({ path }) => tunnelOf(path) === undefined))
  const tunnels = up.map((isUp, index): TunnelFate => {
    const own = worst(all.filter(({ path }) => tunnelOf(path) === index))
    const interruption = [own, common].find((each) => each === 'tunnel') ?? own ?? common
    return { isUp, ...(interruption && { interruption }) }
  })
  const carriers = tunnels.filter(({ isUp }) => isUp)
  const stops = carriers.length > 0 && carriers.every(({ interruption }) => interruption)
  return {
    tunnels,
    stops,
    canGoOneAtATime: stops && carriers.length === 2 && common === undefined,
  }
}

/** Whether the name is to be typed first: the traffic stops, or addresses lose their way. */
export const needsName = (
  {
    fate,
    tables = [],
  }: { fate: Fate; tables?: readonly { changes: readonly { outcome: string }[] }[] },
  oneAtATime: boolean,
): boolean =>
  (fate.stops && !oneAtATime) ||
  tables.some(({ changes }) => changes.some(({ outcome }) => outcome === 'lost'))
