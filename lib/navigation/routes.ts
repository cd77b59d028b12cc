const path = (...segments: string[]) => `/${segments.map(encodeURIComponent).join('/')}`

/** Every path of the console; no other file spells one. */
export const routes = {
  instances: () => path('cen'),
  cen: (cenId: string) => path('cen', cenId),
  cenGrants: (cenId: string) => path('cen', cenId, 'grants'),
  transitRouter: (cenId: string, transitRouterId: string) =>
    path('cen', cenId, 'transit-routers', transitRouterId),
  connections: (cenId: string, transitRouterId: string) =>
    path('cen', cenId, 'transit-routers', transitRouterId, 'connections'),
  /** The attachment that was just made, with what is left to do. */
  createdConnection: (cenId: string, transitRouterId: string, attachmentId: string) =>
    `${path('cen', cenId, 'transit-routers', transitRouterId, 'connections', attachmentId)}?created=${encodeURIComponent(attachmentId)}`,
  /** The list filtered by a text. */
  connectionsWith: (cenId: string, transitRouterId: string, text: string) =>
    `${path('cen', cenId, 'transit-routers', transitRouterId, 'connections')}?q=${encodeURIComponent(text)}`,
  createConnection: (cenId: string, transitRouterId: string) =>
    path('cen', cenId, 'transit-routers', transitRouterId, 'connections', 'create'),
  /** The form with a connection that another account granted already chosen. */
  attachGranted: (
    cenId: string,
    transitRouterId: string,
    { vpnId, vpnOwnerId }: { vpnId: string; vpnOwnerId: string },
  ) =>
    `${path('cen', cenId, 'transit-routers', transitRouterId, 'connections', 'create')}?${new URLSearchParams({ vpn: vpnId, owner: vpnOwnerId })}`,
  /** The form with a connection of the account already chosen. */
  attachConnection: (cenId: string, transitRouterId: string, vpnConnectionId: string) =>
    `${path('cen', cenId, 'transit-routers', transitRouterId, 'connections', 'create')}?vpn=${encodeURIComponent(vpnConnectionId)}`,
  attachment: (cenId: string, transitRouterId: string, attachmentId: string) =>
    path('cen', cenId, 'transit-routers', transitRouterId, 'connections', attachmentId),
  attachmentTab: (
    cenId: string,
    transitRouterId: string,
    attachmentId: string,
    tab: 'ipsec-connection' | 'diagnosis' | 'device' | 'routes' | 'tags',
  ) => path('cen', cenId, 'transit-routers', transitRouterId, 'connections', attachmentId, tab),
  routeTables: (cenId: string, transitRouterId: string) =>
    path('cen', cenId, 'transit-routers', transitRouterId, 'route-tables'),
  routeTable: (cenId: string, transitRouterId: string, tableId: string) =>
    path('cen', cenId, 'transit-routers', transitRouterId, 'route-tables', tableId),
  routeTableTab: (
    cenId: string,
    transitRouterId: string,
    tableId: string,
    tab: 'associations' | 'propagations',
  ) => path('cen', cenId, 'transit-routers', transitRouterId, 'route-tables', tableId, tab),
  routingPolicies: (cenId: string, transitRouterId: string) =>
    path('cen', cenId, 'transit-routers', transitRouterId, 'routing-policies'),
  /** What hangs on the router, drawn. */
  routerPicture: (cenId: string, transitRouterId: string) =>
    path('cen', cenId, 'transit-routers', transitRouterId, 'picture'),
  cidrBlocks: (cenId: string, transitRouterId: string) =>
    path('cen', cenId, 'transit-routers', transitRouterId, 'cidr-blocks'),
  ipsecConnections: () => path('vpn', 'ipsec-connections'),
  ipsecConnectionsOf: (regionId: string) =>
    `${path('vpn', 'ipsec-connections')}?region=${encodeURIComponent(regionId)}`,
  /** The list of a region filtered by a text, such as `tunnel:down`. */
  ipsecConnectionsWith: (regionId: string, text: string) =>
    `${path('vpn', 'ipsec-connections')}?${new URLSearchParams({ region: regionId, q: text })}`,
  ipsecConnection: (regionId: string, vpnConnectionId: string) =>
    path('vpn', 'ipsec-connections', regionId, vpnConnectionId),
  ipsecConnectionTab: (
    regionId: string,
    vpnConnectionId: string,
    tab: 'diagnosis' | 'device' | 'routes' | 'history' | 'tags' | 'grants',
  ) => path('vpn', 'ipsec-connections', regionId, vpnConnectionId, tab),
  /** The form that changes it. */
  editIpsecConnection: (regionId: string, vpnConnectionId: string) =>
    path('vpn', 'ipsec-connections', regionId, vpnConnectionId, 'edit'),
  /** The editor at one of its fields, named by its path in the form. */
  editIpsecConnectionAt: (regionId: string, vpnConnectionId: string, field: string) =>
    `${path('vpn', 'ipsec-connections', regionId, vpnConnectionId, 'edit')}#${encodeURIComponent(field)}`,
  createIpsecConnection: () => path('vpn', 'ipsec-connections', 'create'),
  /** The form of a new connection, filled in with the settings of this one. */
  cloneIpsecConnection: (regionId: string, vpnConnectionId: string) =>
    `${path('vpn', 'ipsec-connections', 'create')}?${new URLSearchParams({ region: regionId, from: vpnConnectionId })}`,
  customerGateways: () => path('vpn', 'customer-gateways'),
  /** The list of a region filtered by an id: a customer gateway has no page of its own. */
  customerGateway: (regionId: string, customerGatewayId: string) =>
    `${path('vpn', 'customer-gateways')}?${new URLSearchParams({ region: regionId, q: customerGatewayId })}`,
  /** The page of an object, as far as what is known of it tells one; undefined for others. */
  ofObject: (
    id: string,
    regionId: string,
    {
      cenId,
      transitRouterId,
    }: { cenId?: string | undefined; transitRouterId?: string | undefined } = {},
  ): string | undefined => {
    if (id.startsWith('cen-')) return path('cen', id)
    if (cenId && id.startsWith('tr-attach-'))
      return transitRouterId && routes.attachment(cenId, transitRouterId, id)
    if (cenId && id.startsWith('tr-')) return routes.transitRouter(cenId, id)
    if (cenId && id.startsWith('vtb-'))
      return transitRouterId && routes.routeTable(cenId, transitRouterId, id)
    if (regionId === '') return undefined
    if (id.startsWith('vco-')) return routes.ipsecConnection(regionId, id)
    return id.startsWith('cgw-') ? routes.customerGateway(regionId, id) : undefined
  },
  operations: () => path('operations'),
  operation: (operationId: string) => path('operations', operationId),
  audit: () => path('audit'),
  signIn: () => path('sign-in'),
  /** The sign-in, and where it leads then. */
  signInTo: (address: string) => `${path('sign-in')}?next=${encodeURIComponent(address)}`,
  /** Leads to the provider, for a page that waits in another tab. */
  signInElsewhere: (purpose: string, email: string) =>
    `${path('sign-in', 'elsewhere')}?${new URLSearchParams({ for: purpose, as: email })}`,
  /** Where the provider leads back to. */
  signInCallback: () => path('sign-in', 'callback'),
  /** What it holds stands behind the `#`, which no browser sends anywhere. */
  setUp: (token?: string) => `${path('set-up')}${token ? `#${token}` : ''}`,
  invitation: (token?: string) => `${path('invitation')}${token ? `#${token}` : ''}`,
  ownAccount: () => path('account'),
  people: () => path('people'),
  /** What the credentials of the account may do. */
  ramPermissions: () => path('ram'),
  /** Only while the emulator rehearses with real gateways. */
  rehearsal: () => path('rehearsal'),
  auditOf: (operationId: string) => `${path('audit')}?operation=${encodeURIComponent(operationId)}`,
}

/** An address that leads nowhere but into the console; the first page when it would. */
export function ownAddress(said: string | undefined): string {
  const isPath = said !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(said)
  if (!isPath || !URL.canParse(said, 'http://own')) return routes.instances()
  const { host, pathname, search } = new URL(said, 'http://own')
  return host === 'own' && !pathname.startsWith('//') ? `${pathname}${search}` : routes.instances()
}

/** A segment of a path as the reader typed it; itself when its escapes are broken. */
export function readSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
