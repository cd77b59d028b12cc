/** The parameter, or the field of a creation's answer, by which each write names what it is about. */
const SUBJECT: Record<string, string> = {
  'cen:CreateCen': 'CenId',
  'cen:ModifyCenAttribute': 'CenId',
  'cen:DeleteCen': 'CenId',
  'cen:CreateTransitRouter': 'TransitRouterId',
  'cen:UpdateTransitRouter': 'TransitRouterId',
  'cen:DeleteTransitRouter': 'TransitRouterId',
  'cen:CreateTransitRouterCidr': 'TransitRouterCidrId',
  'cen:DeleteTransitRouterCidr': 'TransitRouterCidrId',
  'cen:CreateTransitRouterVpnAttachment': 'TransitRouterAttachmentId',
  'cen:UpdateTransitRouterVpnAttachmentAttribute': 'TransitRouterAttachmentId',
  'cen:DeleteTransitRouterVpnAttachment': 'TransitRouterAttachmentId',
  'cen:AssociateTransitRouterAttachmentWithRouteTable': 'TransitRouterAttachmentId',
  'cen:DissociateTransitRouterAttachmentFromRouteTable': 'TransitRouterAttachmentId',
  'cen:ReplaceTransitRouterRouteTableAssociation': 'TransitRouterAttachmentId',
  'cen:EnableTransitRouterRouteTablePropagation': 'TransitRouterAttachmentId',
  'cen:DisableTransitRouterRouteTablePropagation': 'TransitRouterAttachmentId',
  'cen:CreateTransitRouterRouteTable': 'TransitRouterRouteTableId',
  'cen:UpdateTransitRouterRouteTable': 'TransitRouterRouteTableId',
  'cen:DeleteTransitRouterRouteTable': 'TransitRouterRouteTableId',
  'cen:CreateTransitRouterRouteEntry': 'TransitRouterRouteEntryId',
  'cen:DeleteTransitRouterRouteEntry': 'TransitRouterRouteEntryId',
  'vpc:CreateVpnAttachment': 'VpnConnectionId',
  'vpc:ModifyVpnAttachmentAttribute': 'VpnConnectionId',
  'vpc:DeleteVpnAttachment': 'VpnConnectionId',
  'vpc:CreateVcoRouteEntry': 'VpnConnectionId',
  'vpc:DeleteVcoRouteEntry': 'VpnConnectionId',
  'vpc:CreateCustomerGateway': 'CustomerGatewayId',
  'vpc:ModifyCustomerGatewayAttribute': 'CustomerGatewayId',
  'vpc:DeleteCustomerGateway': 'CustomerGatewayId',
  'vpc:GrantInstanceToTransitRouter': 'InstanceId',
  'vpc:RevokeInstanceFromTransitRouter': 'InstanceId',
  'vpc:ModifyGrantInstanceToTransitRouter': 'InstanceId',
}

const TAGGED = 'ResourceId.1'

/** By which parameter or answer field a write names its object. */
export const subjectOf = (action: string): string => SUBJECT[action] ?? TAGGED
