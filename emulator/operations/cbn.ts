import { AssociateTransitRouterAttachmentWithRouteTable } from './cbn/associate-transit-router-attachment-with-route-table'
import { CheckTransitRouterService } from './cbn/check-transit-router-service'
import { CreateCen } from './cbn/create-cen'
import { CreateCenRouteMap } from './cbn/create-cen-route-map'
import { CreateTransitRouteTableAggregation } from './cbn/create-transit-route-table-aggregation'
import { CreateTransitRouter } from './cbn/create-transit-router'
import { CreateTransitRouterCidr } from './cbn/create-transit-router-cidr'
import { CreateTransitRouterRouteEntry } from './cbn/create-transit-router-route-entry'
import { CreateTransitRouterRouteTable } from './cbn/create-transit-router-route-table'
import { CreateTransitRouterVpnAttachment } from './cbn/create-transit-router-vpn-attachment'
import { DeleteCen } from './cbn/delete-cen'
import { DeleteCenRouteMap } from './cbn/delete-cen-route-map'
import { DeleteTransitRouteTableAggregation } from './cbn/delete-transit-route-table-aggregation'
import { DeleteTransitRouter } from './cbn/delete-transit-router'
import { DeleteTransitRouterCidr } from './cbn/delete-transit-router-cidr'
import { DeleteTransitRouterRouteEntry } from './cbn/delete-transit-router-route-entry'
import { DeleteTransitRouterRouteTable } from './cbn/delete-transit-router-route-table'
import { DeleteTransitRouterVpnAttachment } from './cbn/delete-transit-router-vpn-attachment'
import { DescribeCenRouteMaps } from './cbn/describe-cen-route-maps'
import { DescribeCens } from './cbn/describe-cens'
import { DescribeChildInstanceRegions } from './cbn/describe-child-instance-regions'
import { DescribeGeographicRegionMembership } from './cbn/describe-geographic-region-membership'
import { DescribeGrantRulesToCen } from './cbn/describe-grant-rules-to-cen'
import { DescribeGrantRulesToResource } from './cbn/describe-grant-rules-to-resource'
import { DescribeTransitRouteTableAggregation } from './cbn/describe-transit-route-table-aggregation'
import { DescribeTransitRouteTableAggregationDetail } from './cbn/describe-transit-route-table-aggregation-detail'
import { DisableTransitRouterRouteTablePropagation } from './cbn/disable-transit-router-route-table-propagation'
import { DissociateTransitRouterAttachmentFromRouteTable } from './cbn/dissociate-transit-router-attachment-from-route-table'
import { EnableTransitRouterRouteTablePropagation } from './cbn/enable-transit-router-route-table-propagation'
import { GrantInstanceToTransitRouter } from './cbn/grant-instance-to-transit-router'
import { ListTagResources } from './cbn/list-tag-resources'
import { ListTransitRouterAvailableResource } from './cbn/list-transit-router-available-resource'
import { ListTransitRouterCidr } from './cbn/list-transit-router-cidr'
import { ListTransitRouterCidrAllocation } from './cbn/list-transit-router-cidr-allocation'
import { ListTransitRouterEcrAttachments } from './cbn/list-transit-router-ecr-attachments'
import { ListTransitRouterPeerAttachments } from './cbn/list-transit-router-peer-attachments'
import { ListTransitRouterRouteEntries } from './cbn/list-transit-router-route-entries'
import { ListTransitRouterRouteTableAssociations } from './cbn/list-transit-router-route-table-associations'
import { ListTransitRouterRouteTablePropagations } from './cbn/list-transit-router-route-table-propagations'
import { ListTransitRouterRouteTables } from './cbn/list-transit-router-route-tables'
import { ListTransitRouterVbrAttachments } from './cbn/list-transit-router-vbr-attachments'
import { ListTransitRouterVpcAttachments } from './cbn/list-transit-router-vpc-attachments'
import { ListTransitRouterVpnAttachments } from './cbn/list-transit-router-vpn-attachments'
import { ListTransitRouters } from './cbn/list-transit-routers'
import { ModifyCenAttribute } from './cbn/modify-cen-attribute'
import { ModifyCenRouteMap } from './cbn/modify-cen-route-map'
import { ModifyGrantInstanceToTransitRouter } from './cbn/modify-grant-instance-to-transit-router'
import { ModifyTransitRouteTableAggregation } from './cbn/modify-transit-route-table-aggregation'
import { ModifyTransitRouterCidr } from './cbn/modify-transit-router-cidr'
import { MoveResourceGroup } from './cbn/move-resource-group'
import { OpenTransitRouterService } from './cbn/open-transit-router-service'
import { RefreshTransitRouteTableAggregation } from './cbn/refresh-transit-route-table-aggregation'
import { ReplaceTransitRouterRouteTableAssociation } from './cbn/replace-transit-router-route-table-association'
import { RevokeInstanceFromTransitRouter } from './cbn/revoke-instance-from-transit-router'
import { TagResources } from './cbn/tag-resources'
import { UntagResources } from './cbn/untag-resources'
import { UpdateTransitRouter } from './cbn/update-transit-router'
import { UpdateTransitRouterRouteEntry } from './cbn/update-transit-router-route-entry'
import { UpdateTransitRouterRouteTable } from './cbn/update-transit-router-route-table'
import { UpdateTransitRouterVpnAttachmentAttribute } from './cbn/update-transit-router-vpn-attachment-attribute'

/** The operations of CBN 2017-09-12, by action name. */
export const cbn = {
  AssociateTransitRouterAttachmentWithRouteTable,
  CheckTransitRouterService,
  CreateCen,
  CreateCenRouteMap,
  CreateTransitRouteTableAggregation,
  CreateTransitRouter,
  CreateTransitRouterCidr,
  CreateTransitRouterRouteEntry,
  CreateTransitRouterRouteTable,
  CreateTransitRouterVpnAttachment,
  DeleteCen,
  DeleteCenRouteMap,
  DeleteTransitRouteTableAggregation,
  DeleteTransitRouter,
  DeleteTransitRouterCidr,
  DeleteTransitRouterRouteEntry,
  DeleteTransitRouterRouteTable,
  DeleteTransitRouterVpnAttachment,
  DescribeCenRouteMaps,
  DescribeCens,
  DescribeChildInstanceRegions,
  DescribeGeographicRegionMembership,
  DescribeGrantRulesToCen,
  DescribeGrantRulesToResource,
  DescribeTransitRouteTableAggregation,
  DescribeTransitRouteTableAggregationDetail,
  DisableTransitRouterRouteTablePropagation,
  DissociateTransitRouterAttachmentFromRouteTable,
  EnableTransitRouterRouteTablePropagation,
  GrantInstanceToTransitRouter,
  ListTagResources,
  ListTransitRouterAvailableResource,
  ListTransitRouterCidr,
  ListTransitRouterCidrAllocation,
  ListTransitRouterEcrAttachments,
  ListTransitRouterPeerAttachments,
  ListTransitRouterRouteEntries,
  ListTransitRouterRouteTableAssociations,
  ListTransitRouterRouteTablePropagations,
  ListTransitRouterRouteTables,
  ListTransitRouterVbrAttachments,
  ListTransitRouterVpcAttachments,
  ListTransitRouterVpnAttachments,
  ListTransitRouters,
  ModifyCenAttribute,
  ModifyCenRouteMap,
  ModifyGrantInstanceToTransitRouter,
  ModifyTransitRouteTableAggregation,
  ModifyTransitRouterCidr,
  MoveResourceGroup,
  OpenTransitRouterService,
  RefreshTransitRouteTableAggregation,
  ReplaceTransitRouterRouteTableAssociation,
  RevokeInstanceFromTransitRouter,
  TagResources,
  UntagResources,
  UpdateTransitRouter,
  UpdateTransitRouterRouteEntry,
  UpdateTransitRouterRouteTable,
  UpdateTransitRouterVpnAttachmentAttribute,
}
