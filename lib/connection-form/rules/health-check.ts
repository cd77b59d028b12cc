import type { ConnectionRule, Problem } from '@/lib/connection-form/rules/rule'
import { gatewayOf, nameOf } from '@/lib/connection-form/surroundings'
import { activeTunnels } from '@/lib/connection-form/tunnels'
import type { ConnectionValues } from '@/lib/connection-form/values'
import { message, type MessageValues, type RuleKey } from '@/lib/i18n/message'
import { type Cidr, cidrContains, parseCidr } from '@/lib/net/cidr'
import { readBlocks } from '@/lib/net/cidr-list'
import { parseIpv4 } from '@/lib/net/ipv4'

const ENDS = ['dip', 'sip'] as const

/** Seconds, and tries: beyond them a failed path carries traffic for minutes. */
const LONGEST = { interval: 60, retry: 10 } as const

/** The two addresses of the health check. All silent while it is off, and for two tunnels, which have none. */
export const healthCheckRules: ConnectionRule[] = [
  {
    name: 'health.same',
    class: 'standard',
    cannotWork: true,
    source:
      'Guide, Destination IP and Source IP: one is in the data center, the other on Alibaba Cloud',
    paths: ['connection.healthCheck.sip'],
    check: (values) => {
      const { dip, sip } = values.healthCheck
      return isOn(values) && dip === sip && readAddress(dip) !== undefined
        ? [{ path: 'connection.healthCheck.sip', message: message('health.same') }]
        : []
    },
  },
  {
    name: 'health.notHost',
    class: 'standard',
    cannotWork: true,
    source: 'RFC 1122, section 3.2.1.3; RFC 5771',
    paths: ['connection.healthCheck.dip', 'connection.healthCheck.sip'],
    check: (values) =>
      perEnd(values, (address, text) =>
        NOT_HOSTS.some((block) => cidrContains(block, address))
          ? ['health.notHost', { address: text }]
          : undefined,
      ),
  },
  {
    name: 'health.tunnelCidr',
    class: 'advice',
    source: 'Guide, Health checks: the addresses lie behind the tunnel, not on it',
    paths: ['connection.healthCheck.dip', 'connection.healthCheck.sip'],
    check: (values) => {
      const tunnels = values.enableBgp ? activeTunnels(values) : []
      const blocks = tunnels.flatMap(({ bgp }) => readBlock(bgp.tunnelCidr))
      return perEnd(values, (address, text) =>
        blocks.some((block) => cidrContains(block, address))
          ? ['health.tunnelCidr', { address: text }]
          : undefined,
      )
    },
  },
  {
    name: 'health.inOther',
    class: 'advice',
    source:
      'Guide, Source IP: an address on Alibaba Cloud; what is behind another connection, or on its tunnel, is led there',
    paths: ['connection.healthCheck.sip'],
    check: (values, { networks = [], blocks = [] }) => {
      const others = [
        ...networks,
        ...blocks.map(({ tunnelCidr: block, ...connection }) => ({ block, ...connection })),
      ]
      return perEnd(values, (address, text, end) => {
        const other =
          end === 'sip' &&
          others.find(({ block }) => readBlock(block).some((each) => cidrContains(each, address)))
        if (!other) return undefined
        const { block, name, vpnConnectionId } = other
        const said = { address: text, block, connection: nameOf(name, vpnConnectionId) }
        return ['health.inOther', said]
      })
    },
  },
  {
    name: 'health.gateway',
    class: 'advice',
    source:
      'Guide, Destination IP: reached over the IPsec-VPN connection, as the gateway itself is not',
    paths: ['connection.healthCheck.dip'],
    check: (values, known) => {
      const gateway = gatewayOf(known, values.tunnels[0].customerGatewayId)
      return isOn(values) && gateway?.ipAddress === values.healthCheck.dip
        ? [
            {
              path: 'connection.healthCheck.dip',
              message: message('health.gateway', { address: gateway.ipAddress }),
            },
          ]
        : []
    },
  },
  {
    name: 'health.slow',
    class: 'advice',
    source:
      'Guide, Retry Interval and Retries: 3 each; a failed path carries traffic until the last try',
    paths: ['connection.healthCheck.interval', 'connection.healthCheck.retry'],
    check: (values) =>
      Object.entries(LONGEST).flatMap(([field, most]) => {
        const typed = values.healthCheck[field as keyof typeof LONGEST]
        return isOn(values) && /^[1-9]\d{0,9}$/.test(typed) && Number(typed) > most
          ? [{ path: `connection.healthCheck.${field}`, message: message('health.slow', { most }) }]
          : []
      }),
    fix: (_, path) => ({ label: message('fix.use', { value: '3' }), set: { [path]: '3' } }),
  },
  {
    name: 'health.outsideFlow',
    class: 'standard',
    source: 'RFC 4301, section 5: what no selector matches is not sent through the tunnel',
    paths: ['connection.healthCheck.dip', 'connection.healthCheck.sip'],
    check: (values) =>
      perEnd(values, (address, text, end) => {
        if (values.routingMode !== 'flow') return undefined
        const list = end === 'sip' ? values.localSubnet : values.remoteSubnet
        const blocks = readBlocks(list)
        return blocks.length > 0 && !blocks.some((block) => cidrContains(block, address))
          ? ['health.outsideFlow', { address: text, side: end === 'sip' ? 'local' : 'peer' }]
          : undefined
      }),
  },
]

/**
 * The route that the data center needs so that the probes find their way back: Source IP as a /32, next hop
 * the connection (guide, Health checks, Important). Undefined while there is no health check to answer.
 */
export const healthCheckRoute = (values: ConnectionValues): string | undefined =>
  isOn(values) && readAddress(values.healthCheck.sip) !== undefined
    ? `${values.healthCheck.sip}/32`
    : undefined

const isOn = ({ tunnelMode, healthCheck }: ConnectionValues) =>
  tunnelMode === 'single' && healthCheck.enable

const readAddress = (text: string): number | undefined => {
  const address = parseIpv4(text)
  return address.ok ? address.value : undefined
}

const readBlock = (text: string): Cidr[] => {
  const block = parseCidr(text)
  return block.ok ? [block.value] : []
}

const NOT_HOSTS = ['0.0.0.0/8', '127.0.0.0/8', '224.0.0.0/3'].flatMap(readBlock)

const perEnd = (
  values: ConnectionValues,
  check: (
    address: number,
    text: string,
    end: 'dip' | 'sip',
  ) => [RuleKey, MessageValues] | undefined,
): Problem[] =>
  ENDS.flatMap((end) => {
    const text = values.healthCheck[end]
    const address = isOn(values) ? readAddress(text) : undefined
    const problem = address === undefined ? undefined : check(address, text, end)
    return problem ? [{ path: `connection.healthCheck.${end}`, message: message(...problem) }] : []
  })
