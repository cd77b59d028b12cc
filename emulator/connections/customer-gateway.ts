import type { CustomerGateway } from '../state/vpn-records'

/** A customer gateway as both Describe calls show it. */
export function gatewayView(gateway: CustomerGateway) {
  return {
    ...gatewayOutline(gateway),
    // Asn is absent when none was given.
    ...(gateway.Asn > 0 && { Asn: gateway.Asn }),
    AuthKey: gateway.AuthKey,
    ResourceGroupId: gateway.ResourceGroupId,
    Tags: { Tag: gateway.tags },
  }
}

/** What the writing calls answer. */
export function gatewayOutline(gateway: CustomerGateway) {
  return {
    CustomerGatewayId: gateway.id,
    Name: gateway.Name,
    Description: gateway.Description,
    IpAddress: gateway.IpAddress,
    CreateTime: gateway.createdAt,
  }
}
