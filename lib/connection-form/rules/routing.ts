import { type ConnectionRule, perTunnel } from '@/lib/connection-form/rules/rule'
import { routerBlocks } from '@/lib/connection-form/surroundings'
import type { ConnectionValues } from '@/lib/connection-form/values'
import { message } from '@/lib/i18n/message'
import { type Cidr, cidrCovers, cidrsOverlap, parseCidr, printCidr } from '@/lib/net/cidr'
import { readBlocks } from '@/lib/net/cidr-list'
import { remarkOnDestination } from '@/lib/net/special-blocks'

const SIDES = ['localSubnet', 'remoteSubnet'] as const

// Alibaba: VPN Gateway, quotas (2021): CIDR blocks on each side of an IPsec connection.
const MAX_BLOCKS = 5

/** What the lists of Flow Protection may hold. */
export const routingRules: ConnectionRule[] = [
  {
    name: 'routing.anyBoth',
    class: 'cloud',
    source: 'Alibaba: CreateVpnAttachment, LocalSubnet and RemoteSubnet',
    paths: ['connection.localSubnet'],
    check: (values) =>
      sidesOf(values).every((blocks) => blocks.length === 1 && blocks[0]?.prefix === 0)
        ? [{ path: 'connection.localSubnet', message: message('routing.anyBoth') }]
        : [],
    fix: () => ({
      label: message('fix.destinationRouting'),
      set: { 'connection.routingMode': 'destination' },
    }),
  },
  {
    name: 'routing.same',
    class: 'standard',
    source: 'RFC 4301, section 4.4.1: selectors tell the two ends apart',
    paths: ['connection.remoteSubnet'],
    check: (values) =>
      pairsOf(values)
        .filter(([local, remote]) => printCidr(local) === printCidr(remote) && local.prefix > 0)
        .map(([local]) => ({
          path: 'connection.remoteSubnet',
          message: message('routing.same', { block: printCidr(local) }),
        })),
  },
  {
    name: 'routing.overlap',
    class: 'advice',
    source:
      'Alibaba: VPN Gateway, troubleshoot IPsec-VPN connections: the two sides must not overlap',
    paths: ['connection.remoteSubnet'],
    check: (values) =>
      pairsOf(values)
        .filter(([local, remote]) => cidrsOverlap(local, remote) && !equal(local, remote))
        .map(([local, remote]) => ({
          path: 'connection.remoteSubnet',
          message: message('routing.overlap', {
            local: printCidr(local),
            remote: printCidr(remote),
          }),
        })),
  },
  {
    name: 'routing.within',
    class: 'advice',
    source: 'A block that another one of its list covers adds nothing',
    paths: ['connection.localSubnet', 'connection.remoteSubnet'],
    check: (values) =>
      SIDES.flatMap((side, index) => {
        const blocks = sidesOf(values)[index] ?? []
        const covered = blocks.find((block, at) => isCovered(block, at, blocks))
        const by = covered && uncovered(blocks).find((block) => cidrCovers(block, covered))
        if (!covered || !by) return []
        return [
          {
            path: `connection.${side}`,
            message: message('routing.within', { block: printCidr(covered), by: printCidr(by) }),
          },
        ]
      }),
    fix: (values, path) => {
      const blocks = sidesOf(values)[SIDES.findIndex((side) => path.endsWith(side))] ?? []
      return {
        label: message('fix.removeCovered'),
        set: { [path]: uncovered(blocks).map(printCidr).join(', ') },
      }
    },
  },
  {
    name: 'routing.shared',
    class: 'standard',
    source: 'RFC 6598; Alibaba: instance diagnosis of VPN Gateway, 100.64.0.0/10',
    paths: ['connection.localSubnet', 'connection.remoteSubnet'],
    check: (values) =>
      SIDES.flatMap((side, index) =>
        (sidesOf(values)[index] ?? [])
          .filter((block) => block.prefix > 0 && cidrsOverlap(block, SHARED))
          .map((block) => ({
            path: `connection.${side}`,
            message: message('routing.shared', { block: printCidr(block) }),
          })),
      ),
  },
  {
    name: 'routing.special',
    class: 'standard',
    source: 'RFC 6890: 127.0.0.0/8 and 169.254.0.0/16 are not forwarded; RFC 5771, multicast',
    paths: ['connection.localSubnet', 'connection.remoteSubnet'],
    check: (values) =>
      SIDES.flatMap((side, index) =>
        (sidesOf(values)[index] ?? [])
          .map((block) => remarkOnDestination(printCidr(block)))
          .flatMap((said) => (said ? [{ path: `connection.${side}`, message: said }] : [])),
      ),
  },
  {
    name: 'routing.routerCidr',
    class: 'advice',
    source:
      'Guide, transit router CIDR block: the gateway addresses of the cloud side are taken from it',
    paths: ['connection.remoteSubnet'],
    check: (values, known) =>
      sidesOf(values)[1].flatMap((block) => {
        const own = routerBlocks(known).find((each) => cidrsOverlap(each, block))
        if (!own || block.prefix === 0) return []
        const said = message('routing.routerCidr', { block: printCidr(block), own: printCidr(own) })
        return [{ path: 'connection.remoteSubnet', message: said }]
      }),
  },
  {
    name: 'routing.count',
    class: 'cloud',
    source: 'Alibaba: VPN Gateway, quotas (2021), CIDR blocks per IPsec connection',
    paths: ['connection.localSubnet', 'connection.remoteSubnet'],
    check: (values) =>
      SIDES.flatMap((side, index) => {
        const count = sidesOf(values)[index]?.length ?? 0
        if (count <= MAX_BLOCKS) return []
        return [
          {
            path: `connection.${side}`,
            message: message('routing.count', { count, max: MAX_BLOCKS }),
          },
        ]
      }),
  },
  {
    name: 'routing.ikev1Pairs',
    class: 'standard',
    source: 'Guide, Edition: IKEv2 for several CIDR blocks; strongSwan, swanctl.conf, local_ts',
    paths: ['connection.tunnels.*.ike.ikeVersion'],
    check: (values) => {
      const pairs = pairsOf(values).length
      if (pairs < 2) return []
      return perTunnel(values, ({ ike }, tunnel) => {
        if (ike.ikeVersion !== 'ikev1') return []
        return [
          { path: `${tunnel}.ike.ikeVersion`, message: message('routing.ikev1Pairs', { pairs }) },
        ]
      })
    },
    fix: (_, path) => ({ label: message('fix.ikev2'), set: { [path]: 'ikev2' } }),
  },
  {
    name: 'routing.tableOverlap',
    class: 'advice',
    source: 'Two routes to the same prefix compete; the longer one wins',
    paths: ['connection.remoteSubnet'],
    check: (values, { router }) => {
      const remote = sidesOf(values)[1]
      const prefixes = (router?.prefixes ?? [])
        .flatMap(readBlock)
        .filter(({ prefix }) => prefix > 0)
      return remote.flatMap((block) => {
        const prefix = prefixes.find((known) => cidrsOverlap(known, block))
        if (!prefix || block.prefix === 0) return []
        return [
          {
            path: 'connection.remoteSubnet',
            message: message('routing.tableOverlap', {
              block: printCidr(block),
              prefix: printCidr(prefix),
            }),
          },
        ]
      })
    },
  },
]

const SHARED: Cidr = { address: 0x64_40_00_00, prefix: 10 } // 100.64.0.0/10

/** The readable blocks of both lists; none at all with Destination Routing. */
function sidesOf({ routingMode, localSubnet, remoteSubnet }: ConnectionValues): [Cidr[], Cidr[]] {
  if (routingMode !== 'flow') return [[], []]
  return [readBlocks(localSubnet), readBlocks(remoteSubnet)]
}

const readBlock = (text: string): Cidr[] => {
  const block = parseCidr(text)
  return block.ok ? [block.value] : []
}

const pairsOf = (values: ConnectionValues): [Cidr, Cidr][] => {
  const [local, remote] = sidesOf(values)
  return local.flatMap((block) => remote.map((other): [Cidr, Cidr] => [block, other]))
}

const equal = (a: Cidr, b: Cidr) => a.address === b.address && a.prefix === b.prefix

const uncovered = (blocks: Cidr[]) => blocks.filter((block, at) => !isCovered(block, at, blocks))

const isCovered = (block: Cidr, at: number, blocks: Cidr[]) =>
  blocks.some(
    (other, index) =>
      index !== at && cidrCovers(other, block) && (!equal(other, block) || index < at),
  )
