import type { Tag } from '@/lib/tags/schema'

export interface CustomerGateway {
  customerGatewayId: string
  regionId: string
  name: string
  description: string
  ipAddress: string
  /** Needed for BGP; cannot be changed later. */
  asn?: number
  resourceGroupId: string
  /** BGP is authenticated with a key. The key itself is read in one place only. */
  hasAuthKey: boolean
  createTime: string
  tags: Tag[]
}

export interface NewCustomerGateway {
  regionId: string
  name: string
  description: string
  ipAddress: string
  asn?: number
  /** Authenticates BGP; the device has the same. */
  authKey?: string
  resourceGroupId?: string
  tags: Tag[]
}

/** Only what is given changes. Alibaba: ModifyCustomerGatewayAttribute: none of them can be made empty. */
export interface CustomerGatewayChange {
  regionId: string
  customerGatewayId: string
  name?: string
  description?: string
  authKey?: string
}
