import type * as $Cbn from '@alicloud/cbn20170912'
import type * as $Vpc from '@alicloud/vpc20160428'

import type { Fields, Method, RequestOf } from '@/lib/cloud/request'
import type { Permission } from '@/lib/people/permissions'

export type Cbn = InstanceType<(typeof $Cbn)['default']>
export type Vpc = InstanceType<(typeof $Vpc)['default']>

/** An operation of the cloud that the console calls. */
export interface Declared<Request = object> {
  /** What of the console needs it: whoever has one of these permissions, calls it. */
  for: readonly Permission[]
  /**
   * What it is tried with, to see whether the credentials may call it: a read, or a write with a dry run, of what does
   * not exist. Without it, it cannot be tried without changing something.
   */
  tried?: Request
}

type Table<Client> = {
  [Name in Method<Client>]?: Declared<Fields<RequestOf<Client, Name>>>
}

const regionId = 'cn-hangzhou'
const cenId = 'cen-0000000000000000'
const transitRouterId = 'tr-0000000000000000'
const transitRouterAttachmentId = 'tr-attach-0000000000000000'
const transitRouterRouteTableId = 'vtb-0000000000000000'
const vpnConnectionId = 'vco-0000000000000000'
const customerGatewayId = 'cgw-0000000000000000'
const binding = { transitRouterAttachmentId, transitRouterRouteTableId }
const page = { pageNumber: 1, pageSize: 10 }

const read = <Request>(tried: Request) => ({ for: ['read'], tried }) as const
const dryRun = <Request>(permission: Permission, tried: Request) => ({ for: [permission], tried })
const untried = (...permissions: Permission[]) => ({ for: permissions })

// The one list of what the console calls: the door takes no other name, so that the page of the RAM permissions and the
// policies to copy have each. Alibaba: RAM authorization of Cloud Enterprise Network and of Virtual Private Cloud; the
// action of RAM is the operation, below the product's code. Which operations know DryRun: their own pages.

export const cbnOperations = {
  describeCens: read(page),
  listTransitRouters: read(page),
  listTransitRouterAvailableResource: read({ regionId }),
  checkTransitRouterService: read({}),
  listTransitRouterVpnAttachments: read({ transitRouterId, maxResults: 10 }),
  listTransitRouterVpcAttachments: read({ transitRouterId, maxResults: 10 }),
  listTransitRouterVbrAttachments: read({ transitRouterId, maxResults: 10 }),
  listTransitRouterPeerAttachments: read({ transitRouterId, maxResults: 10 }),
  listTransitRouterEcrAttachments: read({ transitRouterId, maxResults: 10 }),
  listTransitRouterRouteTables: read({ transitRouterId, maxResults: 10 }),
  listTransitRouterRouteTableAssociations: read({ transitRouterRouteTableId, maxResults: 10 }),
  listTransitRouterRouteTablePropagations: read({ transitRouterRouteTableId, maxResults: 10 }),
  listTransitRouterRouteEntries: read({ transitRouterRouteTableId, maxResults: 10 }),
  listTransitRouterCidr: read({ regionId, transitRouterId }),
  listTransitRouterCidrAllocation: read({ regionId, transitRouterId, maxResults: 10 }),
  describeCenRouteMaps: read({ cenId, ...page }),
  describeGrantRulesToCen: read({ cenId, productType: 'VPN', maxResults: 10 }),
  describeGrantRulesToResource: read({
    resourceId: vpnConnectionId,
    productType: 'VPN',
    maxResults: 10,
  }),
  createCen: untried('cen.write'),
  modifyCenAttribute: untried('cen.write'),
  createTransitRouter: dryRun('transit-routers.write', { cenId, regionId }),
  updateTransitRouter: dryRun('transit-routers.write', { regionId, transitRouterId }),
  openTransitRouterService: untried('transit-routers.write'),
  createTransitRouterCidr: dryRun('transit-routers.write', {
    regionId,
    transitRouterId,
    cidr: '192.0.2.0/24',
  }),
  deleteTransitRouterCidr: dryRun('transit-routers.delete', {
    regionId,
    transitRouterId,
    transitRouterCidrId: 'cidr-0000000000000000',
  }),
  createTransitRouterVpnAttachment: dryRun('attachments.write', {
    regionId,
    cenId,
    transitRouterId,
    vpnId: vpnConnectionId,
  }),
  updateTransitRouterVpnAttachmentAttribute: dryRun('attachments.write', {
    transitRouterAttachmentId,
  }),
  deleteTransitRouterVpnAttachment: {
    // Taking back an attach that failed half-way deletes it too.
    for: ['attachments.write', 'attachments.delete'],
    tried: { transitRouterAttachmentId },
  },
  replaceTransitRouterRouteTableAssociation: dryRun('attachments.replace-table', binding),
  createTransitRouterRouteTable: dryRun('route-tables.write', { transitRouterId }),
  updateTransitRouterRouteTable: dryRun('route-tables.write', { transitRouterRouteTableId }),
  deleteTransitRouterRouteTable: dryRun('route-tables.delete', { transitRouterRouteTableId }),
  createTransitRouterRouteEntry: dryRun('route-tables.write', {
    transitRouterRouteTableId,
    transitRouterRouteEntryDestinationCidrBlock: '192.0.2.0/24',
    transitRouterRouteEntryNextHopType: 'BlackHole',
  }),
  deleteTransitRouterRouteEntry: dryRun('route-tables.delete', {
    transitRouterRouteEntryId: 'rte-0000000000000000',
  }),
  associateTransitRouterAttachmentWithRouteTable: {
    for: ['attachments.write', 'route-tables.bind'],
    tried: binding,
  },
  dissociateTransitRouterAttachmentFromRouteTable: {
    for: ['attachments.write', 'route-tables.bind', 'attachments.delete'],
    tried: binding,
  },
  enableTransitRouterRouteTablePropagation: {
    for: ['attachments.write', 'route-tables.bind'],
    tried: binding,
  },
  disableTransitRouterRouteTablePropagation: {
    for: ['attachments.write', 'route-tables.bind', 'attachments.delete'],
    tried: binding,
  },
  grantInstanceToTransitRouter: untried('grants.write'),
  modifyGrantInstanceToTransitRouter: untried('grants.write'),
  revokeInstanceFromTransitRouter: untried('grants.revoke'),
  tagResources: untried('tags.write'),
  untagResources: untried('tags.write'),
} as const satisfies Table<Cbn>

export const vpcOperations = {
  describeRegions: read({}),
  describeZones: read({ regionId }),
  describeCustomerGateways: read({ regionId, ...page }),
  describeCustomerGateway: read({ regionId, customerGatewayId }),
  describeVpnConnections: read({ regionId, ...page }),
  describeVpnConnection: read({ regionId, vpnConnectionId }),
  describeVpnConnectionLogs: read({ regionId, vpnConnectionId, ...page }),
  diagnoseVpnConnections: read({ regionId, vpnConnectionIds: [vpnConnectionId] }),
  describeVcoRouteEntries: read({ regionId, vpnConnectionId, ...page }),
  describeVpnCrossAccountAuthorizations: read({ regionId, vpnConnectionId, ...page }),
  createVpnAttachment: {
    for: ['attachments.write', 'ipsec-connections.write'],
    tried: { regionId, localSubnet: '0.0.0.0/0', remoteSubnet: '0.0.0.0/0', customerGatewayId },
  },
  modifyVpnAttachmentAttribute: untried('ipsec-connections.write', 'ipsec-connections.edit'),
  modifyTunnelAttribute: untried('ipsec-connections.edit'),
  moveVpnResourceGroup: untried('ipsec-connections.write'),
  deleteVpnAttachment: untried('attachments.write', 'ipsec-connections.delete'),
  createVcoRouteEntry: dryRun('ipsec-connections.write', {
    regionId,
    vpnConnectionId,
    routeDest: '192.0.2.0/24',
    nextHop: vpnConnectionId,
    weight: 100,
  }),
  modifyVcoRouteEntryWeight: untried('ipsec-connections.write'),
  deleteVcoRouteEntry: untried('ipsec-connections.delete'),
  createCustomerGateway: untried('customer-gateways.write'),
  modifyCustomerGatewayAttribute: untried('customer-gateways.write'),
  deleteCustomerGateway: untried('customer-gateways.delete'),
  tagResources: untried('tags.write'),
  unTagResources: untried('tags.write'),
} as const satisfies Table<Vpc>

export const resourceManagerOperations = {
  ListResourceGroups: read({ PageNumber: '1', PageSize: '10' }),
} as const satisfies Record<string, Declared<Record<string, string>>>

export type CbnOperation = keyof typeof cbnOperations & Method<Cbn>
export type VpcOperation = keyof typeof vpcOperations & Method<Vpc>
export type ResourceManagerOperation = keyof typeof resourceManagerOperations
