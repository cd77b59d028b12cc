import { expect, test } from 'vitest'

import { emulator, main } from '@/lib/cloud/test/emulator'

await emulator('sample')
const { setTags, removeTags } = await import('@/lib/tags/cloud')
const { listCens } = await import('@/lib/cen/cloud')
const { listTransitRouters } = await import('@/lib/transit-routers/cloud')
const { listVpnAttachments } = await import('@/lib/attachments/cloud')
const { listCustomerGateways } = await import('@/lib/customer-gateways/cloud')
const { describeIpsecConnection } = await import('@/lib/ipsec-connections/cloud')

const [cen] = await listCens(main)
const [router] = await listTransitRouters(main, { cenId: cen!.cenId })
const { cenId, regionId, transitRouterId } = router!
const [attachment] = await listVpnAttachments(main, { cenId, regionId, transitRouterId })
const { transitRouterAttachmentId, resourceId: vpnConnectionId } = attachment!
const [gateway] = await listCustomerGateways(main, { regionId })
const { customerGatewayId } = gateway!

const resources = {
  'a CEN instance': {
    resource: { service: 'cbn', type: 'Cen', id: cenId },
    read: () => listCens(main, { cenId }),
  },
  'a transit router': {
    resource: { service: 'cbn', type: 'TransitRouter', id: transitRouterId, regionId },
    read: () => listTransitRouters(main, { cenId, transitRouterId }),
  },
  'a VPN attachment': {
    resource: {
      service: 'cbn',
      type: 'TransitRouterVpnAttachment',
      id: transitRouterAttachmentId,
      regionId,
    },
    read: () =>
      listVpnAttachments(main, { cenId, regionId, transitRouterId, transitRouterAttachmentId }),
  },
  'an IPsec connection': {
    resource: { service: 'vpc', type: 'VPNATTACHMENT', id: vpnConnectionId, regionId },
    read: async () => [await describeIpsecConnection(main, { regionId, vpnConnectionId })],
  },
  'a customer gateway': {
    resource: { service: 'vpc', type: 'CUSTOMERGATEWAY', id: customerGatewayId, regionId },
    read: () => listCustomerGateways(main, { regionId, customerGatewayId }),
  },
} as const

test.for(Object.entries(resources))(
  'sets and removes tags of %s',
  async ([, { resource, read }]) => {
    await setTags(main, resource, [
      { key: 'new', value: '' },
      { key: 'other', value: 'x' },
    ])
    const [tagged] = await read()
    expect(tagged?.tags).toEqual(
      expect.arrayContaining([
        { key: 'new', value: '' },
        { key: 'other', value: 'x' },
      ]),
    )
    await removeTags(main, resource, ['new', 'other'])
    const [bare] = await read()
    expect(bare?.tags.map(({ key }) => key)).not.toContain('new')
  },
)
