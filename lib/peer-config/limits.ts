import { parsePsk } from '@/lib/connection-form/read'
import { message, type Packed } from '@/lib/i18n/message'
import type { Answers, Limit } from '@/lib/peer-config/device'
import { type Identity, isPlaceholder, type Peer, type PeerTunnel } from '@/lib/peer-config/peer'
import { pairsOf } from '@/lib/peer-config/text'

type Table = Readonly<Record<string, string>>

/** A device's own words for the algorithms of the API. What it lacks is not in the table. */
export interface Words {
  ike: PhaseWords
  ipsec: PhaseWords
}
interface PhaseWords {
  encryption: Table
  authentication: Table
  group: Table
}

/** What is told of a device: its name, with the version where that decides. */
interface Facts {
  device: string
  /** For each tunnel, since with some devices one version of IKE has other words than the other. */
  words: (tunnel: PeerTunnel) => Words
  /** Seconds that the device takes. */
  lifetimes: { ike: [number, number]; ipsec: [number, number] }
  /** What hinders a key. */
  key?: (key: string) => KeyTrouble | undefined
  /** It builds one SA for each pair of selectors. */
  onePairEach?: boolean
  /** It looks for NAT by itself, and cannot be told not to. */
  seeksNat?: (tunnel: PeerTunnel) => boolean
  /** Whether it takes an identity of no common kind as it is written. */
  takesIdentity?: (value: string) => boolean
}

/** A position from 1 where the key cannot be written, or a way in which it has to be typed. */
export type KeyTrouble = { impossibleAt: number } | { control: true } | { shorterThan: number }

const FIELDS = {
  ike: { encryption: 'ikeEncAlg', authentication: 'ikeAuthAlg', group: 'ikePfs' },
  ipsec: { encryption: 'ipsecEncAlg', authentication: 'ipsecAuthAlg', group: 'ipsecPfs' },
} as const

/** Best first: what to offer in place of a choice that the device lacks. */
const BEST = {
  encryption: ['aes256', 'aes192', 'aes', '3des'],
  authentication: ['sha256', 'sha512', 'sha384', 'sha1'],
  group: ['group14', 'group5', 'group2'],
} as const

/** What a device cannot do, as far as it follows from tables of its words and ranges. */
export function limitsOf(peer: Peer, answers: Answers, facts: Facts): Limit[] {
  return [
    ...eachTunnel(peer, (tunnel, path) => [
      ...(['ike', 'ipsec'] as const).flatMap((phase) => [
        ...missingWords(tunnel, `${path}.${phase}`, phase, facts),
        ...lifetimeLimits(tunnel, `${path}.${phase}.${phase}Lifetime`, phase, facts),
      ]),
      ...keyLimits(tunnel, `${path}.psk`, facts),
      ...natLimits(tunnel, `${path}.enableNatTraversal`, answers, facts),
      ...identityLimits(tunnel.localId, `${path}.ike.remoteId`, facts),
      ...identityLimits(tunnel.remoteId, `${path}.ike.localId`, facts),
    ]),
    ...asnLimits(peer),
    ...(facts.onePairEach && pairsOf(peer).length > 1
      ? [warning('remoteSubnet', message('device.pairs', { device: facts.device }))]
      : []),
  ]
}

/** Runs a check on each tunnel, with its form path below the connection. */
export const eachTunnel = (
  peer: Peer,
  check: (tunnel: PeerTunnel, path: string) => Limit[],
): Limit[] => peer.tunnels.flatMap((tunnel) => check(tunnel, `tunnels.${tunnel.number - 1}`))

export const error = (path: string, text: Packed): Limit => ({
  path,
  severity: 'error',
  message: text,
})
export const warning = (path: string, text: Packed): Limit => ({
  path,
  severity: 'warning',
  message: text,
})

function missingWords(
  tunnel: PeerTunnel,
  path: string,
  phase: 'ike' | 'ipsec',
  { device, words }: Facts,
): Limit[] {
  const own = words(tunnel)[phase]
  return (['encryption', 'authentication', 'group'] as const).flatMap((kind) => {
    const value = tunnel[phase][kind]
    if (own[kind][value] !== undefined || value === 'disabled') return []
    const instead = BEST[kind].find((choice) => own[kind][choice] !== undefined)
    const text = instead
      ? message('device.algorithm', { device, value, instead })
      : message('device.algorithmNone', { device, value })
    const limit = error(`${path}.${FIELDS[phase][kind]}`, text)
    return [instead ? { ...limit, instead } : limit]
  })
}

/** Vendors and clouds alike give an hour as the shortest useful life of a key. */
const SHORT = 3600

function lifetimeLimits(
  tunnel: PeerTunnel,
  path: string,
  phase: 'ike' | 'ipsec',
  { device, lifetimes }: Facts,
): Limit[] {
  const { lifetime } = tunnel[phase]
  const [min] = lifetimes[phase]
  if (lifetime * 0.9 < Math.max(min, 1))
    return [
      {
        ...error(
          path,
          message('device.lifetime', { device, min: Math.ceil(Math.max(min, 1) / 0.9) }),
        ),
        instead: '86400',
      },
    ]
  if (lifetime < SHORT)
    return [warning(path, message('device.lifetimeShort', { device, min: SHORT }))]
  return []
}

/** Seconds that the device is given: before the cloud's, and in the device's own range. */
export const within = (seconds: number, [min, max]: readonly [number, number]): number =>
  Math.max(min, Math.min(max, seconds))

function keyLimits({ psk }: PeerTunnel, path: string, { device, key }: Facts): Limit[] {
  if (isPlaceholder(psk)) return []
  // It may have been typed beside the text: what the cloud takes no device has to be told.
  const legal = parsePsk(psk)
  if (!legal.ok) return [error(path, legal.message)]
  const trouble = key?.(psk)
  if (!trouble) return []
  if ('control' in trouble) return [warning(path, message('device.keyControl', { device }))]
  if ('shorterThan' in trouble)
    return [warning(path, message('device.keyLength', { device, min: trouble.shorterThan }))]
  return [error(path, message('device.key', { device, position: trouble.impossibleAt }))]
}

/** A key that a device takes unless it holds the sign that asks its command line for help. */
export const helpSign = (key: string): KeyTrouble | undefined =>
  key.includes('?') ? { control: true } : undefined

function natLimits(
  tunnel: PeerTunnel,
  path: string,
  answers: Answers,
  { device, seeksNat }: Facts,
): Limit[] {
  if (tunnel.enableNatTraversal) return []
  if (answers.ownAddress !== '') return [error(path, message('device.nat'))]
  return seeksNat?.(tunnel) ? [warning(path, message('device.natSought', { device }))] : []
}

function identityLimits(
  { kind, value }: Identity,
  path: string,
  { device, takesIdentity }: Facts,
): Limit[] {
  return kind === 'other' && !takesIdentity?.(value)
    ? [error(path, message('device.identity', { device }))]
    : []
}

/** A device is one AS. Two customer gateways that have two are two devices, each with a text of its own. */
export const asnLimits = ({ tunnels }: Peer): Limit[] => {
  const [first, second] = tunnels.map(({ bgp }) => bgp?.asn)
  return first !== undefined && second !== undefined && first !== second
    ? [error('tunnels.1.customerGatewayId', message('device.twoAs', { first, second }))]
    : []
}

/** Where selectors take the place of the tunnel interface there is no address for BGP. */
export const flowHasNoBgp = (peer: Peer, device: string): Limit[] =>
  peer.flows && peer.tunnels.some(({ bgp }) => bgp)
    ? [error('enableBgp', message('device.flowBgp', { device }))]
    : []

/**
 * strongSwan finds a key by the identities of both ends alone: where those of one tunnel are among those of another,
 * it may take the other's key.
 */
export const mixesKeys = (peer: Peer, device: string): Limit[] => {
  const [first, second] = peer.tunnels
  if (!first || !second || first.psk === second.psk) return []
  const ids = ({ localId, remoteId }: PeerTunnel) => [localId.value, remoteId.value]
  const within = (one: PeerTunnel, other: PeerTunnel) =>
    ids(one).every((id) => ids(other).includes(id))
  return within(first, second) || within(second, first)
    ? [error('tunnels.1.ike.remoteId', message('device.sameIds', { device }))]
    : []
}
