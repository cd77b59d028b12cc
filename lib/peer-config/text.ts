import { parseCidr, printCidr } from '@/lib/net/cidr'
import { printIpv4 } from '@/lib/net/ipv4'
import type { Answers } from '@/lib/peer-config/device'
import { isPlaceholder, type Peer, type PeerTunnel, placeholder } from '@/lib/peer-config/peer'

type Line = string | false | undefined | readonly Line[]

/** Lines of text; what is false or undefined is left out, lists are laid flat. */
export const lines = (...all: readonly Line[]): string => flat(all).join('\n')

const flat = (line: Line): string[] =>
  line === false || line === undefined
    ? []
    : typeof line === 'string'
      ? [line]
      : line.flatMap((each) => flat(each))

/** Foreign text for a comment: printable ASCII, without `?`, which asks a command line for help. */
const commentText = (text: string): string =>
  text.replace(/[^\x20-\x7e]/gu, '_').replaceAll('?', '_')

/** The first lines of a text: which connection it is for, and what is left to do. */
export const heading = (peer: Peer, mark: string): string[] =>
  [
    `CEN VPN connection ${commentText(peer.title)}`,
    peer.tunnels.some(({ psk }) => isPlaceholder(psk))
      ? 'The pre-shared key is not shown. Replace every <...> before use.'
      : 'This text holds the pre-shared key. Replace every other <...> before use.',
    peer.mustInitiate
      ? 'The cloud only answers: this device starts the negotiation, and again after every loss.'
      : 'Both ends start the negotiation; this device tries again for ever.',
  ].map((line) => `${mark} ${line}`)

/** What a comment calls a tunnel. */
export const tunnelTitle = (peer: Peer, { number }: PeerTunnel): string =>
  `${commentText(peer.title)} tunnel ${number} of ${peer.tunnelCount}`

/** The number of a tunnel on the device, and the name of its objects. */
export const idOf = ({ number }: PeerTunnel, answers: Answers): number =>
  Number(answers.number) + number - 1
export const nameOf = (tunnel: PeerTunnel, answers: Answers): string =>
  `cen-${idOf(tunnel, answers)}`

/** The networks behind the device: of the selectors, or as answered. */
export const lansOf = ({ flows }: Peer, answers: Answers): string[] =>
  flows?.local ?? listOf(answers.lan, 'network-behind-the-device')

/** The networks in the cloud, for routes where no BGP brings them. */
export const vpcsOf = ({ flows }: Peer, answers: Answers): string[] =>
  flows?.remote ?? listOf(answers.vpc, 'network-in-the-cloud')

function listOf(text: string, what: string): string[] {
  const blocks = text.split(/[ ,]+/).flatMap((block) => {
    const parsed = parseCidr(block)
    return parsed.ok ? [printCidr(parsed.value)] : []
  })
  return blocks.length > 0 ? blocks : [placeholder(what)]
}

/** The pairs of selectors, device first. Destination routing has one: everything. */
export const pairsOf = ({ flows }: Peer): [string, string][] =>
  flows
    ? flows.local.flatMap((local) =>
        flows.remote.map((remote): [string, string] => [local, remote]),
      )
    : [['0.0.0.0/0', '0.0.0.0/0']]

/** The address of the device's own interface: behind NAT it is not the public one. */
export const ownAddress = (tunnel: PeerTunnel, answers: Answers): string =>
  answers.ownAddress || tunnel.address

/** A block as address and mask, as most command lines want it. A placeholder stays one. */
export const withMask = (block: string): string => split(block, (mask) => mask)
/** A block as address and inverted mask, as access lists want it. */
export const withWildcard = (block: string): string =>
  split(block, (mask) =>
    mask
      .split('.')
      .map((octet) => 255 - Number(octet))
      .join('.'),
  )

export const networkOf = (block: string): string => block.split('/')[0] ?? block
export const prefixOf = (block: string): string => block.split('/')[1] ?? '32'

function split(block: string, as: (mask: string) => string): string {
  const parsed = parseCidr(block)
  if (!parsed.ok) return block
  const { address, prefix } = parsed.value
  const mask = printIpv4(prefix === 0 ? 0 : (0xffff_ffff << (32 - prefix)) >>> 0)
  return `${printIpv4(address)} ${as(mask)}`
}

/** The bytes of a key as hexadecimal digits, for devices that decode `0x…`. */
export const hexOf = (key: string): string =>
  Array.from(new TextEncoder().encode(key), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Takes back the lines that stand for themselves: each that begins so, as `undo` makes it. The last one first. */
export const takenBack = (text: string, begins: RegExp, undo: (line: string) => string): string[] =>
  [
    ...new Set(
      text
        .split('\n')
        .filter((line) => begins.test(line))
        .map((line) => undo(line.trim())),
    ),
  ].toReversed()
