import type { ConnectionValues, TunnelValues } from '@/lib/connection-form/values'
import { message } from '@/lib/i18n/message'
import type { NewIpsecConnection, NewTunnel } from '@/lib/ipsec-connections/schema'
import { parseAsn } from '@/lib/net/asn'
import {
  blockOf,
  type Cidr,
  cidrContains,
  cidrsOverlap,
  hostsOf30,
  parseCidr,
  printCidr,
} from '@/lib/net/cidr'
import { parseCidrList } from '@/lib/net/cidr-list'
import { parseIpv4, printIpv4 } from '@/lib/net/ipv4'
import { firstMatch } from '@/lib/text/characters'
import { parseChosenId } from '@/lib/text/chosen-id'
import { invalid, mapParsed, type Parsed, valid } from '@/lib/text/parsed'
import type { Reader } from '@/lib/text/reading'
import { parseResourceGroup } from '@/lib/text/resource-group'
import { parseWholeNumber } from '@/lib/text/whole-number'

/** A connection as the form describes it: only what counts, numbers as numbers, lists as lists. */
export type Connection = Omit<NewIpsecConnection, 'regionId' | 'name' | 'autoConfigRoute' | 'tags'>

/**
 * Reads the connection part of a form, and reports what is wrong at its field. Tunnels that do not count, and
 * settings switched off, are neither read nor sent.
 */
export function readConnection(read: Reader, values: ConnectionValues): Connection {
  const isFlow = values.routingMode === 'flow'
  const isDual = values.tunnelMode === 'dual'
  const tunnel = (index: 0 | 1) =>
    readTunnel(read.at('tunnels', index), values.tunnels[index], values.enableBgp)
  return {
    networkType: values.networkType,
    tunnelBandwidth: values.tunnelBandwidth,
    ...(values.resourceGroupId !== '' && {
      resourceGroupId: read.text(parseResourceGroup, values.resourceGroupId, 'resourceGroupId'),
    }),
    localSubnet: isFlow ? read.text(parseBlocks, values.localSubnet, 'localSubnet') : ANY,
    remoteSubnet: isFlow ? read.text(parseBlocks, values.remoteSubnet, 'remoteSubnet') : ANY,
    effectImmediately: values.effectImmediately,
    enableBgp: values.enableBgp,
    tunnels: isDual ? [tunnel(0), tunnel(1)] : [tunnel(0)],
    ...(!isDual &&
      values.healthCheck.enable && {
        healthCheck: readHealthCheck(read.at('healthCheck'), values.healthCheck),
      }),
  }
}

// Alibaba: CreateVpnAttachment, LocalSubnet: all zeros on both sides is destination routing.
const ANY = ['0.0.0.0/0']

function readTunnel(read: Reader, values: TunnelValues, enableBgp: boolean): NewTunnel {
  const { customerGatewayId, ike, ipsec, enableDpd, enableNatTraversal } = values
  const psk = read.text(parsePsk, values.psk, 'psk')
  return {
    customerGatewayId: read.text(parseGateway, customerGatewayId, 'customerGatewayId'),
    ...(psk !== undefined && { psk }),
    ike: {
      ...ike,
      // Guide, Negotiation Mode: of ikev1; what ikev2 was typed with is not sent.
      ikeMode: ike.ikeVersion === 'ikev1' ? ike.ikeMode : 'main',
      ikeLifetime: read.text(parseLifetime, ike.ikeLifetime, 'ike', 'ikeLifetime'),
      localId: read.text(parseIkeId, ike.localId, 'ike', 'localId'),
      remoteId: read.text(parseIkeId, ike.remoteId, 'ike', 'remoteId'),
    },
    ipsec: {
      ...ipsec,
      ipsecLifetime: read.text(parseLifetime, ipsec.ipsecLifetime, 'ipsec', 'ipsecLifetime'),
    },
    enableDpd,
    enableNatTraversal,
    ...(enableBgp && { bgp: readBgp(read.at('bgp'), values.bgp) }),
  }
}

function readBgp(
  read: Reader,
  { tunnelCidr, localBgpIp, localAsn }: TunnelValues['bgp'],
): NonNullable<NewTunnel['bgp']> {
  const parseBlock = (text: string) => mapParsed(parseTunnelCidr(text), printCidr)
  const parseAddressIn = (text: string) =>
    mapParsed(parseLocalBgpIp(parseTunnelCidr(tunnelCidr), text), printIpv4)
  return {
    tunnelCidr: read.text(parseBlock, tunnelCidr, 'tunnelCidr'),
    localBgpIp: read.text(parseAddressIn, localBgpIp, 'localBgpIp'),
    localAsn: read.text(parseAsn, localAsn, 'localAsn'),
  }
}

function readHealthCheck(
  read: Reader,
  { dip, sip, interval, retry, policy }: ConnectionValues['healthCheck'],
): NonNullable<Connection['healthCheck']> {
  return {
    enable: true,
    dip: read.text(parseAddress, dip, 'dip'),
    sip: read.text(parseAddress, sip, 'sip'),
    interval: read.text(parseCount, interval, 'interval'),
    retry: read.text(parseCount, retry, 'retry'),
    policy,
  }
}

const parseGateway = parseChosenId('choose.customerGateway')

const parseAddress = (text: string) => mapParsed(parseIpv4(text), printIpv4)

// No source gives a range (guide, Retry Interval and Retries: default 3), so only what is no count is refused.
const parseCount = parseWholeNumber(1, 2_147_483_647)

/** Seconds, 0..86400 (guide, SA Lifetime). */
const parseLifetime = parseWholeNumber(0, 86_400)

const MAX_ID = 100

/** LocalId or RemoteId: up to 100 characters without space; empty means the gateway's address. */
function parseIkeId(text: string): Parsed<string> {
  // Alibaba: CreateVpnAttachment, IkeConfig.LocalId and IkeConfig.RemoteId; guide, LocalId.
  if (text.length > MAX_ID)
    return invalid(message('id.length', { length: text.length, max: MAX_ID }))
  const space = firstMatch(text, /\s/u)
  if (space) return invalid(message('id.space', { position: space.position }))
  const hidden = firstMatch(text, /[\p{C}\p{Z}]/u)
  return hidden ? invalid(message('id.hidden', hidden)) : valid(text)
}

const parseBlocks = (text: string) =>
  mapParsed(parseCidrList(text), (blocks) => blocks.map(printCidr))

export const LONGEST_PSK = 100

// Alibaba: CreateVpnAttachment, IkeConfig.Psk. Its two printings differ in one sign (' or "): both are taken.
const PSK_PUNCTUATION = '~!`@#$%^&*()_-+={}[]|;:\'",.<>/?'
const ALLOWED = new Set(
  `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789${PSK_PUNCTUATION}`.split(''),
)

/**
 * A pre-shared key of 1..100 characters of the documented set; empty text gives `undefined`, and Alibaba then
 * generates one. The messages name positions, never the characters of the key.
 */
export function parsePsk(text: string): Parsed<string | undefined> {
  if (text === '') return valid(undefined)
  if (text.length > LONGEST_PSK)
    return invalid(message('psk.length', { length: text.length, max: LONGEST_PSK }))
  const at = text.split('').findIndex((character) => !ALLOWED.has(character))
  if (at < 0) return valid(text)
  const position = at + 1
  return text[at] === ' '
    ? invalid(message('psk.space', { position }))
    : invalid(message('psk.character', { position, punctuation: PSK_PUNCTUATION }))
}

const block = (text: string): Cidr => {
  const parsed = parseCidr(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

/** Guide, Tunnel CIDR Block. */
export const LINK_LOCAL = block('169.254.0.0/16')

// The union of what the sources refuse: guide, Tunnel CIDR Block (0 to 5 and 169.252);
// Alibaba: CreateVpnAttachment, TunnelCidr (adds 6).
const RESERVED_TUNNEL_CIDRS = [0, 1, 2, 3, 4, 5, 6]
  .map((third) => block(`169.254.${third}.0/30`))
  .concat(block('169.254.169.252/30'))

/** The CIDR block of a tunnel: a /30 inside 169.254.0.0/16 that is not reserved. */
export function parseTunnelCidr(text: string): Parsed<Cidr> {
  // Of an address alone the block around it is meant, which here is always a /30.
  const alone = parseIpv4(text)
  if (alone.ok && cidrContains(LINK_LOCAL, alone.value)) {
    const suggestion = printCidr(firstFree30({ address: alone.value, prefix: 32 }))
    return invalid(message('tunnelCidr.mask', { text, suggestion }))
  }
  const parsed = parseCidr(text)
  if (!parsed.ok) return parsed
  const { value } = parsed
  if (!cidrContains(LINK_LOCAL, value.address) || value.prefix < LINK_LOCAL.prefix)
    return invalid(message('tunnelCidr.outside', { text }))
  if (value.prefix !== 30) {
    const suggestion = printCidr(firstFree30(value))
    return invalid(message('tunnelCidr.mask', { text, suggestion }))
  }
  if (isReserved(value)) return invalid(message('tunnelCidr.reserved', { text }))
  return parsed
}

const isReserved = (candidate: Cidr) =>
  RESERVED_TUNNEL_CIDRS.some((reserved) => cidrsOverlap(reserved, candidate))

const firstFree30 = (around: Cidr) => {
  const own = blockOf(around.address, 30)
  return isReserved(own) ? block('169.254.11.0/30') : own
}

/**
 * Alibaba's end of the tunnel: a host of its block, so the second or third of the four addresses. While the
 * block itself is not readable, any address passes.
 */
export function parseLocalBgpIp(tunnel: Parsed<Cidr>, text: string): Parsed<number> {
  const address = parseIpv4(text)
  // Guide, Local BGP IP.
  if (!address.ok || !tunnel.ok || hostsOf30(tunnel.value).includes(address.value)) return address
  const [first, second] = hostsOf30(tunnel.value)
  return invalid(
    message(cidrContains(tunnel.value, address.value) ? 'bgpIp.notHost' : 'bgpIp.outside', {
      address: text,
      block: printCidr(tunnel.value),
      first: printIpv4(first),
      second: printIpv4(second),
    }),
  )
}
