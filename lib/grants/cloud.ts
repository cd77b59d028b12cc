import 'server-only'
import { z } from 'zod'

import { callCbn, callVpc, type Write } from '@/lib/cloud/client'
import { within } from '@/lib/cloud/limits'
import { numberedPages, PAGE_SIZE, tokenPages } from '@/lib/cloud/paginate'
import { list, moment, nothing, text, whole, wrapped } from '@/lib/cloud/shape'
import type { GrantToCenParams } from '@/lib/grants/params'
import type { CrossAccountAuthorization, Grant, NewGrant, OrderType } from '@/lib/grants/schema'
import type { ConnectionParams } from '@/lib/ipsec-connections/params'
import type { Access } from '@/lib/request/access'

const shared = {
  cenId: text,
  cenOwnerId: text,
  orderType: text,
  effectiveOrderType: text,
  createTime: moment,
}

const grantToCen = z.object({
  ...shared,
  childInstanceId: text,
  childInstanceOwnerId: text,
  childInstanceRegionId: text,
  childInstanceType: text,
}) satisfies z.ZodType<Grant, unknown>

const toCenPage = z.object({ grantRules: wrapped('grantRule', grantToCen), nextToken: text })

/** For the owner of a CEN: the IPsec connections of other accounts it may attach. */
export async function listGrantsToCen(access: Access, params: GrantToCenParams): Promise<Grant[]> {
  const all = await tokenPages(async (nextToken) => {
    const request = { ...params, productType: 'VPN', maxResults: 100, nextToken }
    const page = await callCbn(access, 'describeGrantRulesToCen', request, toCenPage)
    return { items: page.grantRules, nextToken: page.nextToken }
  })
  return within(access, all, ({ cenId, childInstanceRegionId: regionId }) => ({ cenId, regionId }))
}

const ofResourcePage = z.object({ grantRules: list(z.object(shared)), nextToken: text })

/** For the owner of an IPsec connection: the CEN instances that may attach it. */
export const listGrantsOfConnection = (
  access: Access,
  { regionId, vpnConnectionId }: ConnectionParams,
): Promise<Grant[]> =>
  tokenPages(async (nextToken) => {
    const page = await callCbn(
      access,
      'describeGrantRulesToResource',
      { regionId, resourceId: vpnConnectionId, productType: 'VPN', maxResults: 100, nextToken },
      ofResourcePage,
    )
    const items = page.grantRules.map((rule) => ({
      ...rule,
      childInstanceId: vpnConnectionId,
      childInstanceOwnerId: '',
      childInstanceRegionId: regionId,
      childInstanceType: 'VPN',
    }))
    return { items, nextToken: page.nextToken }
  })

const authorization = z.object({
  vpnConnectionId: text,
  aliUid: text,
  bindUid: text,
  bindInstance: text,
  bindProduct: text,
  creationTime: moment,
}) satisfies z.ZodType<CrossAccountAuthorization, unknown>

const authorizationPage = z.object({
  crossAccountAuthorizations: list(authorization),
  totalCount: whole,
})

/** For the owner of an IPsec connection: the accounts and CEN instances that may use it. */
export const listCrossAccountAuthorizations = (
  access: Access,
  params: ConnectionParams,
): Promise<CrossAccountAuthorization[]> =>
  numberedPages(async (pageNumber) => {
    const page = await callVpc(
      access,
      params.regionId,
      'describeVpnCrossAccountAuthorizations',
      { ...params, pageNumber, pageSize: PAGE_SIZE },
      authorizationPage,
    )
    return { items: page.crossAccountAuthorizations, totalCount: page.totalCount }
  })

// The instance type of an IPsec connection. Alibaba: GrantInstanceToTransitRouter, InstanceType
const VPN = { instanceType: 'VPN' }

/** The owner of a free IPsec connection lets the CEN of another account attach it. Takes no token. */
export const grant = (access: Access, grant: NewGrant): Promise<void> =>
  callCbn(access, 'grantInstanceToTransitRouter', { ...grant, ...VPN }, nothing, 'instanceId')

/** Takes the grant back; the connection must be detached first. Takes no token. */
export const revoke = (access: Access, grant: Omit<NewGrant, 'orderType'>): Promise<void> =>
  callCbn(access, 'revokeInstanceFromTransitRouter', { ...grant, ...VPN }, nothing, 'instanceId')

/** Changes who pays. */
export const changePayer = (
  access: Access,
  grant: { cenId: string; instanceId: string; orderType: OrderType },
  { clientToken }: Write,
): Promise<void> =>
  callCbn(
    access,
    'modifyGrantInstanceToTransitRouter',
    { ...grant, clientToken },
    nothing,
    'instanceId',
  )
