import { expect, test } from 'vitest'

import { emulator, main, write } from '@/lib/cloud/test/emulator'
import { newConnection, newTunnel } from '@/lib/cloud/test/samples'

const running = await emulator('sample')
const cloud = await import('@/lib/ipsec-connections/cloud')
const { listVcoRouteEntries, createVcoRouteEntry, deleteVcoRouteEntry } =
  await import('@/lib/ipsec-connections/route-entries')
const { describeVpnLogs } = await import('@/lib/ipsec-connections/log')
const gateways = await import('@/lib/customer-gateways/cloud')

const regionId = 'eu-central-1'
let address = 0
const newGateway = () =>
  gateways.createCustomerGateway(
    main,
    {
      regionId,
      name: '',
      description: '',
      ipAddress: `198.18.0.${++address}`,
      asn: 65_010,
      tags: [],
    },
    write(),
  )

test('a single-tunnel connection comes back exactly as it was entered, without its key', async () => {
  const { tags, autoConfigRoute: _, tunnels, ...settings } = newConnection(await newGateway())
  const connection = { ...settings, autoConfigRoute: true, tunnels, tags }
  const vpnConnectionId = await cloud.createIpsecConnection(main, connection, write())
  const at = { regionId, vpnConnectionId }
  const read = await cloud.describeIpsecConnection(main, at)
  const [{ psk: _psk, bgp, ...tunnel }] = newConnection(tunnels[0].customerGatewayId)
    .tunnels as readonly [ReturnType<typeof newTunnel>]
  expect(read).toMatchObject({
    ...settings,
    tags,
    vpnConnectionId,
    attachType: 'NO_ASSOCIATED',
    tunnels: [{ ...tunnel, bgp: { ...bgp, peerAsn: 65_010, peerBgpIp: '169.254.11.2' } }],
  })
  expect(JSON.stringify(read)).not.toContain('c4nary')
  expect(await cloud.revealPsk(main, at)).toEqual([{ tunnelIndex: 1, psk: 'c4nary-key-11' }])
  const list = await cloud.listIpsecConnections(main, { regionId })
  expect(list.find((each) => each.vpnConnectionId === vpnConnectionId)).toMatchObject(settings)
  expect(JSON.stringify(list)).not.toContain('c4nary')
})

test('a dual-tunnel connection comes back as entered, and its key stays when it is changed', async () => {
  const [first, second] = [newTunnel(await newGateway(), 12), newTunnel(await newGateway(), 13)]
  const { healthCheck: _, ...single } = newConnection('')
  const connection = { ...single, tunnels: [first, second] as const }
  const vpnConnectionId = await cloud.createIpsecConnection(main, connection, write())
  const at = { regionId, vpnConnectionId }
  const { tunnels, enableBgp, healthCheck } = await cloud.describeIpsecConnection(main, at)
  expect({ enableBgp, healthCheck }).toEqual({ enableBgp: true, healthCheck: undefined })
  const { psk: _first, ...open } = first
  const { psk: _second, ...alsoOpen } = second
  expect(tunnels).toMatchObject([
    { ...open, tunnelIndex: 1 },
    { ...alsoOpen, tunnelIndex: 2 },
  ])
  const keys = await cloud.revealPsk(main, at)
  expect(keys.map(({ psk }) => psk)).toEqual(['c4nary-key-12', 'c4nary-key-13'])

  const { tunnelId = '' } = tunnels[0] ?? {}
  await cloud.modifyIpsecConnection(main, at, { name: 'renamed' }, write())
  await cloud.modifyTunnel(main, at, { tunnelId, enableDpd: true }, write())
  const changed = await cloud.describeIpsecConnection(main, at)
  expect(changed.name).toBe('renamed')
  expect(changed.tunnels.map(({ enableDpd }) => enableDpd)).toEqual([true, false])
  expect(await cloud.revealPsk(main, at)).toEqual(keys)
})

test('a connection moves to another resource group, and again without harm', async () => {
  const connection = newConnection(await newGateway())
  const vpnConnectionId = await cloud.createIpsecConnection(main, connection, write())
  const at = { regionId, vpnConnectionId }
  for (const _ of [1, 2]) await cloud.moveIpsecConnection(main, at, 'rg-acfm2kqnb4n5x2y')
  expect(await cloud.describeIpsecConnection(main, at)).toMatchObject({
    resourceGroupId: 'rg-acfm2kqnb4n5x2y',
  })
})

test('without a key the cloud makes one', async () => {
  const { tunnels, ...rest } = newConnection(await newGateway())
  const { psk: _, ...tunnel } = tunnels[0]
  const connection = { ...rest, tunnels: [tunnel] as const }
  const vpnConnectionId = await cloud.createIpsecConnection(main, connection, write())
  const [key] = await cloud.revealPsk(main, { regionId, vpnConnectionId })
  expect(key?.psk).toMatch(/^\S{16}$/)
})

test('a dry run checks and creates nothing', async () => {
  const connection = newConnection(await newGateway())
  const before = await cloud.listIpsecConnections(main, { regionId })
  expect(await cloud.createIpsecConnection(main, connection, write(true))).toBe('')
  expect(await cloud.listIpsecConnections(main, { regionId })).toEqual(before)
})

test('adds a route to an attached connection and takes it away', async () => {
  const attached = await cloud.listIpsecConnections(main, { regionId })
  const { vpnConnectionId } = attached.find(({ name }) => name === 'vienna-branch')!
  const at = { regionId, vpnConnectionId }
  const route = { ...at, routeDest: '192.168.61.0/24', weight: 100 as const }
  await createVcoRouteEntry(main, { ...route, description: '' }, write())
  const routes = async () =>
    (await listVcoRouteEntries(main, at)).map(({ routeDest, routeEntryType, weight }) => ({
      routeDest,
      routeEntryType,
      weight,
    }))
  const added = { routeDest: '192.168.61.0/24', routeEntryType: 'custom', weight: 100 }
  expect(await routes()).toContainEqual(added)
  await deleteVcoRouteEntry(main, route, write())
  expect(await routes()).not.toContainEqual(added)
})

test('reads the log and the diagnosis of every tunnel', async () => {
  const all = await cloud.listIpsecConnections(main, { regionId })
  const { vpnConnectionId, tunnels } = all.find(({ name }) => name === 'hamburg-dc')!
  const at = { regionId, vpnConnectionId }
  const diagnoses = await cloud.diagnoseIpsecConnection(main, at)
  expect(new Set(diagnoses.map(({ tunnelId }) => tunnelId))).toEqual(
    new Set(tunnels.map(({ tunnelId }) => tunnelId)),
  )
  const { logs } = await describeVpnLogs(main, { ...at, minutePeriod: '10' })
  expect(logs.length).toBeGreaterThan(0)
})

test('sends no parameter that the operations do not know, and none in a URL', () => {
  for (const call of running.calls()) expect(call).toMatchObject({ ignored: [], inUrl: [] })
})

test('some connections of a long list are read by a call for each that its first page lacks, all of them as the list is', async () => {
  const gateway = await newGateway()
  await running.control(`/customer-gateways/${gateway}/connections`, { count: 160 })
  const all = (await cloud.listIpsecConnections(main, { regionId })).map(
    ({ vpnConnectionId }) => vpnConnectionId,
  )
  const few = [all.at(-1) ?? '', all[0] ?? '']
  const asked = async (ids: readonly string[]) => {
    const before = running.calls().length
    const found = await cloud.listTheseConnections(main, regionId, ids)
    const actions = running
      .calls()
      .slice(before)
      .map(({ action }) => action)
    return { found: found.map(({ vpnConnectionId }) => vpnConnectionId), actions }
  }
  expect(await asked([...few, 'vco-gone'])).toEqual({
    found: few,
    actions: ['DescribeVpnConnections', 'DescribeVpnConnection', 'DescribeVpnConnection'],
  })
  expect(await asked(all.slice(0, 2))).toEqual({
    found: all.slice(0, 2),
    actions: ['DescribeVpnConnections'],
  })
  const many = await asked(all)
  expect(many.found).toEqual(all)
  expect(many.actions).not.toContain('DescribeVpnConnection')
})
