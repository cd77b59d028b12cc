import { expect, test } from 'vitest'

import type { Surroundings } from '@/lib/connection-form/surroundings'
import { connectionDefaults } from '@/lib/connection-form/values'
import { adviceOfDevices } from '@/lib/peer-config/advice'
import { DEVICE_TAG } from '@/lib/peer-config/device-tag'
import { peerOfForm } from '@/lib/peer-config/from-form'

const gateway = { customerGatewayId: 'cgw-1', name: 'edge', ipAddress: '198.51.100.1', asn: 65_001 }
const known: Surroundings = {
  regionId: 'eu-central-1',
  regionName: 'Frankfurt',
  unread: [],
  customerGateways: [{ ...gateway, tags: [{ key: DEVICE_TAG, value: 'ios-xe' }] }],
}

test('a form that nobody has filled in has an other end of placeholders', () => {
  const peer = peerOfForm(connectionDefaults(), known, 'new')
  expect(peer).toMatchObject({
    mustInitiate: true,
    tunnels: [
      {
        gateway: '<gateway-address-1>',
        address: '<device-address-1>',
        psk: '<pre-shared-key-1>',
        ike: { group: 'group2', lifetime: 86_400 },
      },
    ],
  })
})

test('what is typed wrong is a placeholder, what is right is there as it will be sent', () => {
  const values = connectionDefaults()
  Object.assign(values, {
    enableBgp: true,
    routingMode: 'flow',
    localSubnet: '10.0.0.0/16',
    remoteSubnet: 'oops',
  })
  const [tunnel] = values.tunnels
  Object.assign(tunnel, { customerGatewayId: 'cgw-1', psk: 'never-here' })
  Object.assign(tunnel.bgp, {
    tunnelCidr: ' 169.254.11.0/30 ',
    localBgpIp: '169.254.11.1 ',
    localAsn: '1.10',
  })
  Object.assign(tunnel.ike, { ikeLifetime: '90000', remoteId: ' site.example.com ' })
  const peer = peerOfForm(values, known, 'new')
  expect(peer.flows).toEqual({ local: ['<network-behind-the-device>'], remote: ['10.0.0.0/16'] })
  expect(peer.tunnels[0]).toMatchObject({
    address: '198.51.100.1',
    localId: { kind: 'name', value: 'site.example.com' },
    ike: { lifetime: 86_400 },
    bgp: { address: '169.254.11.2', neighbor: '169.254.11.1', asn: '65001', neighborAsn: '65546' },
  })
  expect(JSON.stringify(peer)).not.toContain('never-here')
})

test('the device of the chosen gateway speaks as soon as it has come', async () => {
  const connection = connectionDefaults()
  connection.tunnels[0].customerGatewayId = 'cgw-1'
  const first = await new Promise<number>((resolve) => {
    const now = adviceOfDevices({ connection }, known, () => resolve(now.size))
  })
  expect(first).toBe(0)
  const advice = adviceOfDevices({ connection }, known, () => {})
  expect(advice.get('connection.tunnels.0.ike.ikePfs')).toMatchObject({
    severity: 'warning',
    fix: { set: { 'connection.tunnels.0.ike.ikePfs': 'group14' } },
  })
  expect(adviceOfDevices({ connection, resource: { kind: 'select' } }, known, () => {}).size).toBe(
    0,
  )
})
