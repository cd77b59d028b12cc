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
  createTime: string
  tags: Tag[]
}

export interface NewCustomerGateway {
  regionId: string
  name: string
  description: string
  ipAddress: string
  asn?: number
  tags: Tag[]
}

/** Of name and description only what is given changes. Alibaba: neither can be made empty. */
export interface CustomerGatewayChange {
  regionId: string
  customerGatewayId: string
  name?: string
  description?: string
}
