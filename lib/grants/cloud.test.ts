import { expect, test } from 'vitest'

import { emulator, main, partner, write } from '@/lib/cloud/test/emulator'
import { newConnection } from '@/lib/cloud/test/samples'

await emulator('sample')
const grants = await import('@/lib/grants/cloud')
const { listCens } = await import('@/lib/cen/cloud')
const { createCustomerGateway } = await import('@/lib/customer-gateways/cloud')
const { createIpsecConnection } = await import('@/lib/ipsec-connections/cloud')

const regionId = 'eu-central-1'

test('a grant is seen from both sides until it is taken back', async () => {
  const [cen] = await listCens(main)
  const gateway = {
    regionId,
    name: '',
    description: '',
    ipAddress: '198.18.9.1',
    asn: 65_010,
    tags: [],
  }
  const customerGatewayId = await createCustomerGateway(partner, gateway, write())
  const instanceId = await createIpsecConnection(partner, newConnection(customerGatewayId), write())
  const { cenId } = cen!
  const grant = { regionId, instanceId, cenId, cenOwnerId: '1000000000000001' }
  await grants.grant(partner, { ...grant, orderType: 'PayByResourceOwner' })

  const childInstanceOwnerId = '1000000000000002'
  const seen = await grants.listGrantsToCen(main, { cenId, regionId, childInstanceOwnerId })
  expect(seen).toContainEqual({
    cenId,
    cenOwnerId: '1000000000000001',
    childInstanceId: instanceId,
    childInstanceOwnerId,
    childInstanceRegionId: regionId,
    childInstanceType: 'VPN',
    orderType: 'PayByResourceOwner',
    effectiveOrderType: 'PayByResourceOwner',
    createTime: expect.stringMatching(/Z$/),
  })
  const at = { regionId, vpnConnectionId: instanceId }
  expect(await grants.listGrantsOfConnection(partner, at)).toMatchObject([
    { cenId, childInstanceId: instanceId, orderType: 'PayByResourceOwner' },
  ])
  expect(await grants.listCrossAccountAuthorizations(partner, at)).toMatchObject([
    { vpnConnectionId: instanceId, bindUid: '1000000000000001', bindInstance: cenId },
  ])

  await grants.changePayer(partner, { cenId, instanceId, orderType: 'PayByCenOwner' }, write())
  expect(await grants.listGrantsOfConnection(partner, at)).toMatchObject([
    { orderType: 'PayByCenOwner' },
  ])
  await grants.revoke(partner, grant)
  expect(await grants.listGrantsOfConnection(partner, at)).toEqual([])
  const left = await grants.listGrantsToCen(main, { cenId })
  expect(left.map(({ childInstanceId }) => childInstanceId)).not.toContain(instanceId)
})
