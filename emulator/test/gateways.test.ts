import { afterEach, beforeEach, expect, test } from 'vitest'

import type { GatewayHost, Gateways } from '../gateways/gateways'
import type { VpnConnection } from '../state/vpn-records'
import { attach, buildNetwork, connect, region } from './network'
import { type Running, start } from './start'

// Another implementation than the played one: it notes what it is told and says what the tests let it say.
let told: string[] = []
let host: GatewayHost | undefined
const scripted = (given: GatewayHost): Gateways => {
  host = given
  const note = (what: string, { Name }: VpnConnection) => told.push(`${what} ${Name}`)
  return {
    start: (_, connection, before) =>
      note(
        before ? `change ${before.LocalSubnet} to ${connection.LocalSubnet} of` : 'start',
        connection,
      ),
    stop: (_, connection) => note('stop', connection),
    log: (_, connection, { TunnelIndex }, { from, to }) => [
      { at: from, text: `${connection.Name}/${TunnelIndex} for ${(to - from) / 1000} s` },
    ],
    diagnose: () => ({
      FailedReasonCode: 'PskMismatch',
      FailedReason: 'seen by a daemon',
      Severity: 'Critical',
      FailedTime: 1,
      SourceLog: 'charon says so',
    }),
    restart: () => told.push('restart'),
    changed: () => told.push('changed'),
  }
}

let running: Running
beforeEach(async () => {
  told = []
  running = await start({ gateways: scripted })
})
afterEach(() => running.close())

async function attached(): Promise<{ connection: VpnConnection; attachmentId: string }> {
  const { TransitRouterId } = await buildNetwork(running)
  const connection = connect(running, 'lab', { bgp: true, tunnel: { cidr: '169.254.9.0/30' } })
  told = []
  return { connection, attachmentId: await attach(running, TransitRouterId, connection) }
}

const notes = () => told.filter((line) => line !== 'changed')

test('gateways are told of an attachment, a change and a detachment, each once it has come through', async () => {
  expect(told).toContain('restart')
  const { connection, attachmentId } = await attached()
  expect(notes()).toEqual(['start lab'])
  const which = { RegionId: region, VpnConnectionId: connection.id }
  await running.main.vpcCall('ModifyVpnAttachmentAttribute', {
    ...which,
    LocalSubnet: '10.0.0.0/8',
    RemoteSubnet: '192.168.0.0/16',
  })
  expect(notes()).toEqual(['start lab'])
  running.advance(10)
  expect(notes()).toEqual(['start lab', 'change 0.0.0.0/0 to 10.0.0.0/8 of lab'])
  await running.main.cbn('DeleteTransitRouterVpnAttachment', {
    TransitRouterAttachmentId: attachmentId,
  })
  running.advance(10)
  expect(notes().at(-1)).toBe('stop lab')
})

test('a refused change is told to nobody', async () => {
  const { connection } = await attached()
  const before = notes().length
  await expect(
    running.main.vpcCall('ModifyVpnAttachmentAttribute', {
      RegionId: region,
      VpnConnectionId: connection.id,
      BgpConfig: '{"LocalBgpIp":"169.254.9.3"}',
    }),
  ).rejects.toThrow('LocalBgpIp')
  running.advance(10)
  expect(notes()).toHaveLength(before)
})

test('what gateways report shows in reads and brings routes, at any time', async () => {
  const { connection } = await attached()
  const learned = [{ cidr: '192.168.7.0/24', asPath: ['65001'], communities: [] }]
  host?.report(connection.id, {
    tunnels: [{ TunnelIndex: 1, Status: 'ipsec_sa_established', BgpStatus: 'success', learned }],
  })
  const which = { RegionId: region, VpnConnectionId: connection.id }
  const shown = await running.main.vpcCall('DescribeVpnConnection', which)
  expect(shown).toMatchObject({
    Status: 'ipsec_sa_established',
    VpnBgpConfig: { Status: 'success' },
  })
  const routes = await running.main.vpcCall('DescribeVcoRouteEntries', {
    ...which,
    RouteEntryType: 'bgp',
  })
  expect(routes['VcoRouteEntries']).toMatchObject([{ RouteDest: '192.168.7.0/24' }])
  expect(told.at(-1)).toBe('changed')
})

test('log and diagnosis are what the gateways say', async () => {
  const { connection } = await attached()
  const which = { RegionId: region, VpnConnectionId: connection.id }
  const log = await running.main.vpcCall('DescribeVpnConnectionLogs', { ...which, MinutePeriod: 2 })
  expect(log['Data']).toEqual({ Logs: ['lab/1 for 120 s'] })
  const found = await running.main.vpcCall('DiagnoseVpnConnections', {
    RegionId: region,
    VpnConnectionIds: [connection.id],
  })
  expect(found['VpnConnections']).toMatchObject([
    {
      VpnConnectionId: connection.id,
      FailedReasonCode: 'PskMismatch',
      SourceLog: 'charon says so',
    },
  ])
})
