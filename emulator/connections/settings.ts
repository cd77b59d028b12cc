import { z } from 'zod'

import { parseAsn } from '../net'
import { block, contains, formatAddress, formatBlock, parseAddress, parseBlock } from '../net'
import { type ErrorCode, fail } from '../protocol/errors'
import type { BgpConfig } from '../state/vpn-records'

// The settings of a connection, leaf by leaf, as text: single-tunnel JSON and dual-tunnel parameters obey the same rules.
// Each leaf answers with the code of its group. Alibaba: CreateVpnAttachment.

const word = <const T extends readonly string[]>(words: T, code: ErrorCode) =>
  z.enum(words, code).optional()

const number = (min: number, max: number, code: ErrorCode) =>
  z
    .string()
    .regex(/^\d{1,10}$/, code)
    .transform(Number)
    .refine((value) => value >= min && value <= max, code)
    .optional()

const truth = (code: ErrorCode) =>
  z.stringbool({ truthy: ['true'], falsy: ['false'], error: code }).optional()

const address = (code: ErrorCode) =>
  z
    .string()
    .refine((value) => parseAddress(value) !== undefined, code)
    .optional()

const encryption = ['aes', 'aes192', 'aes256', 'des', '3des'] as const
const authentication = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'] as const
const groups = ['group1', 'group2', 'group5', 'group14'] as const

// Alibaba: CreateVpnAttachment, Psk. Of ' and " one version of the page lists the first, one the second: both are taken.
const psk = /^[A-Za-z0-9~!`@#$%^&*()_\-+={}[\]|;:'",.<>/?]{1,100}$/

// An identity is an address or a domain name: at most 100 characters, no spaces.
const identity = z
  .string()
  .regex(/^\S{0,100}$/, 'IllegalParam.IkeConfig')
  .optional()

export const ikeSettings = z.object({
  Psk: z.string().regex(psk, 'IllegalParam.IkeConfig').optional(),
  IkeVersion: word(['ikev1', 'ikev2'], 'IllegalParam.IkeConfig'),
  IkeMode: word(['main', 'aggressive'], 'IllegalParam.IkeConfig'),
  IkeEncAlg: word(encryption, 'IllegalParam.IkeConfig'),
  IkeAuthAlg: word(authentication, 'IllegalParam.IkeConfig'),
  IkePfs: word(groups, 'IllegalParam.IkeConfig'),
  IkeLifetime: number(0, 86_400, 'IllegalParam.IkeConfig'),
  LocalId: identity,
  RemoteId: identity,
})

export const ipsecSettings = z.object({
  IpsecEncAlg: word(encryption, 'IllegalParam.IpsecConfig'),
  IpsecAuthAlg: word(authentication, 'IllegalParam.IpsecConfig'),
  IpsecPfs: word(['disabled', ...groups], 'IllegalParam.IpsecConfig'),
  IpsecLifetime: number(0, 86_400, 'IllegalParam.IpsecConfig'),
})

// Alibaba: CreateVpnAttachment, TunnelCidr. The guide lacks 169.254.6.0/30; the SDK, newer, has it.
const tunnelSpace = block('169.254.0.0/16')
const reservedTunnels = new Set([
  ...[0, 1, 2, 3, 4, 5, 6].map((third) => `169.254.${third}.0/30`),
  '169.254.169.252/30',
])

function isTunnelCidr(text: string): boolean {
  const parsed = parseBlock(text)
  return parsed?.length === 30 && contains(tunnelSpace, parsed) && !reservedTunnels.has(text)
}

export const bgpSettings = z.object({
  LocalAsn: z
    .string()
    .refine((text) => parseAsn(text) !== undefined, 'IllegalParam.BgpConfig')
    .transform((text) => parseAsn(text) ?? 0)
    .optional(),
  TunnelCidr: z.string().refine(isTunnelCidr, 'IllegalParam.BgpConfig').optional(),
  LocalBgpIp: address('IllegalParam.BgpConfig'),
})

/** BGP of a single-tunnel connection, whose switch is among its settings. */
export const bgpConfig = bgpSettings.extend({ EnableBgp: truth('IllegalParam.BgpConfig') })

// Alibaba publishes no range of Interval and Retry: what is a count is taken.
export const healthSettings = z.object({
  Enable: truth('IllegalParam.HealthCheckConfig'),
  Dip: address('IllegalParam.HealthCheckConfig'),
  Sip: address('IllegalParam.HealthCheckConfig'),
  Interval: number(1, 2_147_483_647, 'IllegalParam.HealthCheckConfig'),
  Retry: number(1, 2_147_483_647, 'IllegalParam.HealthCheckConfig'),
  Policy: word(['revoke_route', 'reserve_route'], 'IllegalParam.HealthCheckConfig'),
})

/** Comma-separated IPv4 blocks, at most 5, none twice. Alibaba: CreateVpnAttachment, LocalSubnet; VPN Gateway quotas. */
export const subnets = (code: ErrorCode) =>
  z.string().refine((text) => {
    const blocks = text.split(',')
    return (
      blocks.length <= 5 &&
      new Set(blocks).size === blocks.length &&
      blocks.every((item) => parseBlock(item))
    )
  }, code)

/** The other usable address of a tunnel's /30, which the peer takes; empty while there is none. */
export function peerBgpIp({ TunnelCidr, LocalBgpIp }: BgpConfig): string {
  const tunnel = parseBlock(TunnelCidr)
  const local = parseAddress(LocalBgpIp)
  if (!tunnel || local === undefined) return ''
  return formatAddress(tunnel.start + (local === tunnel.start + 1 ? 2 : 1))
}

/** Throws unless the settings of a tunnel fit each other; `enabled` also wants all of them and the peer's ASN (0: none). */
export function checkBgp(enabled: boolean, bgp: BgpConfig, peerAsn: number): void {
  const code = 'IllegalParam.BgpConfig'
  if (enabled && (bgp.TunnelCidr === '' || bgp.LocalBgpIp === ''))
    fail(code, 'BGP needs TunnelCidr and LocalBgpIp.')
  if (enabled && peerAsn === 0) fail(code, 'BGP needs a customer gateway with an ASN.')
  if (bgp.LocalBgpIp === '') return
  const local = parseAddress(bgp.LocalBgpIp) ?? 0
  const tunnel = formatBlock({ start: local - (local % 4), length: 30 })
  if (tunnel !== bgp.TunnelCidr || local % 4 === 0 || local % 4 === 3)
    fail(code, 'LocalBgpIp is no host address of TunnelCidr.')
}
