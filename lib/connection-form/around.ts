import type {
  BlockInUse,
  NetworkBehind,
  RouterSurroundings,
  Unread,
} from '@/lib/connection-form/surroundings'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

/**
 * What the rules need of the other connections of a region, as it travels after the page: those with tunnel blocks
 * only, and each router named once, so that one costs less than 100 bytes. And what of a router only its rules ask.
 */
export interface Around extends Pick<RouterSurroundings, 'grants' | 'prefixes'> {
  routers: string[]
  /** Id, name, number of its router in `routers`, and its blocks. Absent: they could not be read. */
  connections?: [
    vpnConnectionId: string,
    name: string,
    router: number,
    ...tunnelCidrs: [string, ...string[]],
  ][]
  /** Id, name, and Peer CIDR Blocks: of those that do not lead everything to the other end. */
  networks?: [vpnConnectionId: string, name: string, ...blocks: [string, ...string[]]][]
  /** Reads that failed. */
  unread: Unread[]
}

/** The tunnel blocks of connections, each with the connection that has it. */
export const blocksOf = (connections: readonly IpsecConnection[]): BlockInUse[] =>
  connections.flatMap(({ vpnConnectionId, name, transitRouterId, tunnels }) =>
    tunnels.flatMap(({ bgp }) =>
      bgp?.tunnelCidr
        ? [{ tunnelCidr: bgp.tunnelCidr, vpnConnectionId, name, transitRouterId }]
        : [],
    ),
  )

/** Packs connections for the way to the browser. */
export function packed(
  connections: readonly IpsecConnection[],
): Pick<Around, 'routers' | 'connections' | 'networks'> {
  const routers = new Map<string, number>()
  const numberOf = (router: string) => {
    const number = routers.get(router) ?? routers.size
    routers.set(router, number)
    return number
  }
  const rows = connections.flatMap((connection): NonNullable<Around['connections']> => {
    const { vpnConnectionId, name, transitRouterId } = connection
    const [first, ...others] = blocksOf([connection]).map(({ tunnelCidr }) => tunnelCidr)
    return first ? [[vpnConnectionId, name, numberOf(transitRouterId), first, ...others]] : []
  })
  const networks = connections.flatMap((connection): NonNullable<Around['networks']> => {
    const { vpnConnectionId, name, remoteSubnet } = connection
    const [first, ...others] = remoteSubnet.filter((block) => block && !block.endsWith('/0'))
    return first ? [[vpnConnectionId, name, first, ...others]] : []
  })
  return { routers: [...routers.keys()], connections: rows, networks }
}

/** What was packed, for the rules. */
export const unpacked = ({ routers, connections = [] }: Around): BlockInUse[] =>
  connections.flatMap(([vpnConnectionId, name, router, ...tunnelCidrs]) =>
    tunnelCidrs.map((tunnelCidr) => ({
      tunnelCidr,
      vpnConnectionId,
      name,
      transitRouterId: routers[router] ?? '',
    })),
  )

/** The same of the networks. */
export const networksOf = ({ networks = [] }: Pick<Around, 'networks'>): NetworkBehind[] =>
  networks.flatMap(([vpnConnectionId, name, ...blocks]) =>
    blocks.map((block) => ({ block, vpnConnectionId, name })),
  )
