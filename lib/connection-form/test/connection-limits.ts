import type { Rule } from '@/lib/connection-form/rules/rule'
import type { cleanConnectionForm } from '@/lib/connection-form/test/known'

export interface Limit {
  /** Form paths. */
  at: readonly string[]
  takes: string
  class: Rule<never>['class']
  source: string
  right: readonly string[]
  wrong: readonly string[]
}

export const name = (at: string, max: number, source: string): Limit => ({
  at: [at],
  takes: `up to ${max} characters that do not begin with http:// or https://`,
  class: 'cloud',
  source,
  right: ['', 'x'.repeat(max), 'munich [prod]', 'Site A → B', 'see http://x'],
  wrong: ['x'.repeat(max + 1), 'http://x', 'HTTPS://x'],
})

export const visible = (...at: string[]): Limit => ({
  at,
  takes: 'no control character',
  class: 'standard',
  source: 'Unicode, general categories Cc and Cs: nobody sees it, or it has no form in UTF-8',
  right: ['a\u200bb'],
  wrong: ['a\u0007b', 'a\u2028b'],
})

export const block = (at: string[], source: string): Limit => ({
  at,
  takes: 'IPv4 blocks without host bits; also an address with its netmask or wildcard mask',
  class: 'cloud',
  source,
  right: ['10.1.0.0/16', '10.1.0.0 255.255.0.0', ' 10.1.0.0/16 ', '10.1.0.0 0.0.255.255'],
  wrong: ['10.1.2.3/16', '10.1.0.0/33', '2001:db8::/32', '10.1.0.0'],
})

const TUNNEL = 'connection.tunnels.0'

/** Of the connection part of a form. */
export const ofConnection: Limit[] = [
  block(
    ['connection.localSubnet', 'connection.remoteSubnet'],
    'Alibaba: CreateVpnAttachment, LocalSubnet and RemoteSubnet',
  ),
  {
    at: [`${TUNNEL}.psk`],
    takes: '1 to 100 letters, digits and signs; empty: the cloud makes one',
    class: 'cloud',
    source: 'Alibaba: CreateVpnAttachment, IkeConfig.Psk',
    right: ['', '1', '12345678', 'x'.repeat(100), '~!`@#$%^&*()_-+={}[]|;:\'",.<>/?'],
    wrong: ['x'.repeat(101), 'a b', 'schlüssel', 'a\\b'],
  },
  {
    at: [`${TUNNEL}.ike.ikeLifetime`, `${TUNNEL}.ipsec.ipsecLifetime`],
    takes: 'seconds from 0 to 86400',
    class: 'cloud',
    source: 'Guide, SA Lifetime',
    right: ['0', '86400'],
    wrong: ['', '-1', '86401', '1.5'],
  },
  {
    at: [`${TUNNEL}.ike.localId`, `${TUNNEL}.ike.remoteId`],
    takes: 'up to 100 characters without space; empty: the address of the gateway',
    class: 'cloud',
    source: 'Alibaba: CreateVpnAttachment, IkeConfig.LocalId and IkeConfig.RemoteId',
    right: ['', '@sh.tac', 'user@example.com', '20240101', 'x'.repeat(100)],
    wrong: ['a b', 'x'.repeat(101)],
  },
  {
    at: [`${TUNNEL}.ike.localId`, `${TUNNEL}.ike.remoteId`],
    takes: 'nothing that cannot be seen',
    class: 'standard',
    source: 'RFC 7296, section 3.5: identities are compared octet by octet',
    right: ['münchen.example'],
    wrong: ['a\u200bb', 'a\ufeffb'],
  },
  {
    at: [`${TUNNEL}.bgp.tunnelCidr`],
    takes: 'a /30 in 169.254.0.0/16, but 169.254.0.0 to 169.254.6.0 and 169.254.169.252',
    class: 'cloud',
    source: 'Guide, Tunnel CIDR Block; Alibaba: CreateVpnAttachment, TunnelCidr',
    right: ['169.254.30.0/30'],
    wrong: ['169.254.6.0/30', '169.254.169.252/30', '169.254.30.0/29', '10.0.0.0/30'],
  },
  {
    at: [`${TUNNEL}.bgp.localBgpIp`],
    takes: 'a host of the Tunnel CIDR Block',
    class: 'cloud',
    source: 'Guide, Local BGP IP',
    right: ['169.254.30.1', '169.254.30.2'],
    wrong: ['169.254.30.0', '169.254.30.3', '169.254.31.1'],
  },
  {
    at: [`${TUNNEL}.bgp.localAsn`],
    takes: '1 to 4294967295, also dotted (RFC 5396) and with AS before it',
    class: 'cloud',
    source: 'Guide, Local ASN',
    right: ['1', '4294967295', '0.65010', 'AS65001'],
    wrong: ['0', '4294967296', '65536.1', '065010'],
  },
  {
    at: ['connection.healthCheck.dip', 'connection.healthCheck.sip'],
    takes: 'an IPv4 address',
    class: 'cloud',
    source: 'Alibaba: CreateVpnAttachment, HealthCheckConfig',
    right: ['10.1.0.9', ' 10.1.0.9'],
    wrong: ['', '10.1.0.256', '::1', '010.1.0.9'],
  },
  {
    at: ['connection.healthCheck.interval', 'connection.healthCheck.retry'],
    takes: 'a whole number from 1',
    class: 'standard',
    source: 'Guide, Retry Interval and Retries: counts; no source gives a range',
    right: ['1', '61', '3600'],
    wrong: ['0', '-1', '1.5', ''],
  },
]

/** The form with every field of its connection counting. */
export function fullConnection<Form extends ReturnType<typeof cleanConnectionForm>>(
  form: Form,
): Form {
  const { connection } = form
  Object.assign(connection, { routingMode: 'flow', enableBgp: true })
  Object.assign(connection, { localSubnet: '10.1.0.0/16', remoteSubnet: '10.2.0.0/16' })
  Object.assign(connection.healthCheck, { enable: true, dip: '10.2.0.9', sip: '10.1.0.9' })
  return form
}
