import 'server-only'
import { z } from 'zod'

import { callVpc, type Write } from '@/lib/cloud/client'
import { firstPage, numberedPages, PAGE_SIZE } from '@/lib/cloud/paginate'
import { created, moment, nothing, tags, text, whole, wrapped } from '@/lib/cloud/shape'
import type { CustomerGatewayParams } from '@/lib/customer-gateways/params'
import type {
  CustomerGateway,
  CustomerGatewayChange,
  NewCustomerGateway,
} from '@/lib/customer-gateways/schema'
import type { Access } from '@/lib/request/access'
import type { Start } from '@/lib/table/page'

const customerGateway = z
  .object({
    customerGatewayId: text,
    name: text,
    description: text,
    ipAddress: text,
    asn: whole,
    authKey: text,
    resourceGroupId: text,
    createTime: moment,
    tags,
  })
  .transform(({ asn, authKey, ...rest }) => ({
    ...rest,
    hasAuthKey: authKey !== '',
    ...(asn > 0 && { asn }),
  }))

const page = z.object({
  customerGateways: wrapped('customerGateway', customerGateway),
  totalCount: whole,
})

const pageOf =
  (access: Access, { regionId, customerGatewayId }: CustomerGatewayParams) =>
  async (pageNumber: number) => {
    const request = { regionId, customerGatewayId, pageNumber, pageSize: PAGE_SIZE }
    const answer = await callVpc(access, regionId, 'describeCustomerGateways', request, page)
    const items = answer.customerGateways.map((gateway) => ({ ...gateway, regionId }))
    return { items, totalCount: answer.totalCount }
  }

/** The customer gateways of a region, or the one of that id, if it exists. */
export const listCustomerGateways = (
  access: Access,
  params: CustomerGatewayParams,
): Promise<CustomerGateway[]> => numberedPages(pageOf(access, params))

/** The first of them, by one call. */
export const startOfCustomerGateways = (
  access: Access,
  params: CustomerGatewayParams,
): Promise<Start<CustomerGateway>> => firstPage(pageOf(access, params))

/**
 * The one function that gives the BGP key of a customer gateway away, `''` when it has none: a gateway that takes
 * its place gets the same. Nobody is shown it.
 */
export const readAuthKey = (
  access: Access,
  { regionId, customerGatewayId }: Required<CustomerGatewayParams>,
): Promise<string> =>
  callVpc(
    access,
    regionId,
    'describeCustomerGateway',
    { regionId, customerGatewayId },
    z.object({ authKey: text }).transform(({ authKey }) => authKey),
  )

/** Creates a customer gateway and gives its id. Its address is unique in the region. Has no dry run. */
export const createCustomerGateway = (
  access: Access,
  { name, description, asn, authKey, tags: tag, ...rest }: NewCustomerGateway,
  { clientToken }: Write,
): Promise<string> =>
  callVpc(
    access,
    rest.regionId,
    'createCustomerGateway',
    {
      ...rest,
      authKey: authKey || undefined,
      // Alibaba: CreateCustomerGateway, 1 to 100 characters: an empty one is left out.
      name: name || undefined,
      description: description || undefined,
      asn: asn === undefined ? undefined : String(asn),
      tags: tag,
      clientToken,
    },
    created('customerGatewayId'),
    'customerGatewayId',
  )

/** Changes the name, the description or the BGP key of a customer gateway. Address and ASN cannot be changed. Has no dry run. */
export const updateCustomerGateway = (
  access: Access,
  { regionId, ...change }: CustomerGatewayChange,
  { clientToken }: Write,
): Promise<void> =>
  callVpc(
    access,
    regionId,
    'modifyCustomerGatewayAttribute',
    { regionId, ...change, clientToken },
    nothing,
    'customerGatewayId',
  )

/** Deletes a customer gateway; refused while an IPsec connection uses it. */
export const deleteCustomerGateway = (
  access: Access,
  { regionId, customerGatewayId }: { regionId: string; customerGatewayId: string },
  { clientToken }: Write,
): Promise<void> =>
  callVpc(
    access,
    regionId,
    'deleteCustomerGateway',
    { regionId, customerGatewayId, clientToken },
    nothing,
    'customerGatewayId',
  )
