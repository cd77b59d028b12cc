import type { Attachment } from '@/lib/attachments/schema'
import type { Cen } from '@/lib/cen/schema'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { isDown, type Light, lightsOf } from '@/lib/ipsec-connections/lights'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'
import type { RouteTable } from '@/lib/route-tables/schema'
import type { TransitRouter } from '@/lib/transit-routers/schema'

/** Somewhere the palette can go. */
export interface Destination {
  key: string
  group:
    | 'pages'
    | 'cens'
    | 'routers'
    | 'attachments'
    | 'connections'
    | 'gateways'
    | 'tables'
    | 'actions'
  href: string
  label: string
  /** Id, addresses: in the monospace face. */
  detail: string
  /** Where it is. */
  end: string
  /** Of an IPsec connection: whether its tunnels are up. */
  light?: Light
  /** All it is found by, in lower case. */
  text: string
}

interface Known {
  cens: readonly Cen[]
  routers: readonly TransitRouter[]
  attachments: readonly Attachment[]
  tables: readonly RouteTable[]
  connections: readonly IpsecConnection[]
  gateways: readonly CustomerGateway[]
}

const pages = {
  'shell.nav.instances': routes.instances(),
  'shell.nav.ipsecConnections': routes.ipsecConnections(),
  'palette.createIpsecConnection': routes.createIpsecConnection(),
  'shell.nav.customerGateways': routes.customerGateways(),
  'shell.nav.operations': routes.operations(),
  'shell.nav.audit': routes.audit(),
  'shell.nav.ram': routes.ramPermissions(),
}

type PageKey = keyof typeof pages

/** The pages, named by the catalogue, and every resource read so far. */
export function destinationsOf(
  known: Known,
  named: (page: PageKey) => string,
  createOn: (router: string) => string,
): Destination[] {
  const cenOf = new Map(known.routers.map((router) => [router.transitRouterId, router.cenId]))
  return [
    ...Object.entries(pages).map(([key, href]) =>
      destination('pages', '', href, named(key as PageKey)),
    ),
    ...known.cens.map(({ cenId, name }) => destination('cens', cenId, routes.cen(cenId), name)),
    ...known.routers.map((router) =>
      destination(
        'routers',
        router.transitRouterId,
        routes.transitRouter(router.cenId, router.transitRouterId),
        router.transitRouterName,
        router.regionId,
        router.transitRouterCidrList.map(({ cidr }) => cidr),
      ),
    ),
    ...known.attachments.map((attachment) =>
      destination(
        'attachments',
        attachment.transitRouterAttachmentId,
        pageOf(attachment),
        attachment.transitRouterAttachmentName,
        attachment.resourceRegionId,
        [attachment.resourceId],
      ),
    ),
    ...known.connections.map(connectionDestination),
    ...known.gateways.map(({ customerGatewayId, regionId, name, ipAddress }) =>
      destination(
        'gateways',
        customerGatewayId,
        routes.customerGateway(regionId, customerGatewayId),
        name,
        regionId,
        [ipAddress],
      ),
    ),
    ...known.routers.map(({ cenId, transitRouterId, transitRouterName, regionId }) =>
      destination(
        'actions',
        transitRouterId,
        routes.createConnection(cenId, transitRouterId),
        createOn(transitRouterName || transitRouterId),
        regionId,
      ),
    ),
    ...known.tables.map((table) =>
      destination(
        'tables',
        table.transitRouterRouteTableId,
        routes.routeTable(
          cenOf.get(table.transitRouterId) ?? '',
          table.transitRouterId,
          table.transitRouterRouteTableId,
        ),
        table.transitRouterRouteTableName,
        table.regionId,
      ),
    ),
  ]
}

/** Found by its lights too, as its list is: `tunnel:down`, `bgp:down`. */
function connectionDestination(connection: IpsecConnection): Destination {
  const { vpnConnectionId, regionId, name, tunnels } = connection
  const { ipsec, bgp } = lightsOf(connection)
  const found = destination(
    'connections',
    vpnConnectionId,
    routes.ipsecConnection(regionId, vpnConnectionId),
    name,
    regionId,
    tunnels.map(({ internetIp }) => internetIp),
  )
  const down = [isDown(ipsec) && 'tunnel:down', isDown(bgp) && 'bgp:down'].filter(Boolean)
  return { ...found, light: ipsec, text: [found.text, ...down].join(' ') }
}

/** Only VPN attachments have a page; the others are shown in their list. */
const pageOf = ({ cenId, transitRouterId, ...attachment }: Attachment) =>
  attachment.resourceType === 'VPN'
    ? routes.attachment(cenId, transitRouterId, attachment.transitRouterAttachmentId)
    : routes.connectionsWith(cenId, transitRouterId, attachment.transitRouterAttachmentId)

function destination(
  group: Destination['group'],
  id: string,
  href: string,
  name: string,
  end = '',
  addresses: readonly string[] = [],
): Destination {
  const label = name || id
  const details = [...(label === id ? [] : [id]), ...addresses].filter(Boolean)
  return {
    key: `${group} ${href} ${id}`,
    group,
    href,
    label,
    detail: details.join(' · '),
    end,
    text: [label, ...details, end].join(' ').toLowerCase(),
  }
}
