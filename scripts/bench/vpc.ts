import { createRequire } from 'node:module'

import { $OpenApiUtil } from '@alicloud/openapi-core'
import type * as VpcSdk from '@alicloud/vpc20160428'

const REGION = 'eu-central-1'
const PAGE_SIZE = 50

// The SDK is CommonJS whose types ESM cannot follow.
const Vpc = createRequire(import.meta.url)('@alicloud/vpc20160428') as typeof VpcSdk

/** Alibaba's own client, for whatever answers on a port of this machine. */
export const clientOf = (port: number) =>
  new Vpc.default(
    new $OpenApiUtil.Config({
      accessKeyId: 'emulator-main',
      accessKeySecret: 'emulator-main-secret',
      endpoint: `127.0.0.1:${port}`,
      protocol: 'HTTP',
      regionId: REGION,
    }),
  )

/** The first page of the customer gateways. */
export async function gatewayPage(client: VpcSdk.default) {
  const { body } = await client.describeCustomerGateways(
    new Vpc.DescribeCustomerGatewaysRequest({
      regionId: REGION,
      pageNumber: 1,
      pageSize: PAGE_SIZE,
    }),
  )
  if (!body) throw new Error('The answer has no body.')
  return body
}

/** Changes the name of the first IPsec connection. */
export async function renameFirst(port: number): Promise<void> {
  const client = clientOf(port)
  const { body } = await client.describeVpnConnections(
    new Vpc.DescribeVpnConnectionsRequest({ regionId: REGION, pageNumber: 1, pageSize: PAGE_SIZE }),
  )
  const vpnConnectionId = body?.vpnConnections?.vpnConnection?.[0]?.vpnConnectionId
  if (vpnConnectionId === undefined) throw new Error('There is no IPsec connection.')
  await client.modifyVpnAttachmentAttribute(
    new Vpc.ModifyVpnAttachmentAttributeRequest({
      regionId: REGION,
      vpnConnectionId,
      name: 'renamed',
    }),
  )
}
