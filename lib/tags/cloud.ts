import 'server-only'
import { callCbn, callVpc } from '@/lib/cloud/client'
import { nothing } from '@/lib/cloud/shape'
import type { Access } from '@/lib/request/access'
import type { Tag } from '@/lib/tags/schema'

/** What can carry tags: kept by CEN, or by the VPC service. */
export type TaggedResource =
  // Alibaba: CBN TagResources, ResourceType
  | { service: 'cbn'; type: 'Cen'; id: string }
  | {
      service: 'cbn'
      type: 'TransitRouter' | 'TransitRouterVpnAttachment' | 'TransitRouterRouteTable'
      id: string
      regionId: string
    }
  // Terraform provider: VPNATTACHMENT is an IPsec connection of a transit router
  | { service: 'vpc'; type: 'VPNATTACHMENT' | 'CUSTOMERGATEWAY'; id: string; regionId: string }

/** Sets tags; a key that is there already gets the new value. Repeating it changes nothing. */
export function setTags(access: Access, resource: TaggedResource, tag: Tag[]): Promise<void> {
  const request = { resourceType: resource.type, resourceId: [resource.id], tag }
  if (resource.service === 'cbn') {
    const regionId = 'regionId' in resource ? resource.regionId : undefined
    return callCbn(access, 'tagResources', { ...request, regionId }, nothing, 'resourceId')
  }
  const { regionId } = resource
  return callVpc(access, regionId, 'tagResources', { ...request, regionId }, nothing, 'resourceId')
}

/** Removes tags by their keys; one that is not there is no error. */
export function removeTags(
  access: Access,
  resource: TaggedResource,
  tagKey: string[],
): Promise<void> {
  const request = { resourceType: resource.type, resourceId: [resource.id], tagKey }
  if (resource.service === 'cbn') {
    const regionId = 'regionId' in resource ? resource.regionId : undefined
    return callCbn(access, 'untagResources', { ...request, regionId }, nothing, 'resourceId')
  }
  const { regionId } = resource
  return callVpc(
    access,
    regionId,
    'unTagResources',
    { ...request, regionId },
    nothing,
    'resourceId',
  )
}
