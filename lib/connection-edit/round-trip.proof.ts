import fc from 'fast-check'
import { expect, test } from 'vitest'

import { emulator, main, write } from '@/lib/cloud/test/emulator'
import { witnessed } from '@/lib/cloud/witness'
import { changeFor } from '@/lib/connection-edit/change'
import { callsFor } from '@/lib/connection-edit/plan'
import {
  changesBetween,
  type SettingChange,
  type Settings,
  settingsOf,
  settingsOfForm,
  withChanges,
} from '@/lib/connection-edit/settings'
import { validConnection } from '@/lib/connection-edit/test/valid-connection'
import { addressesOf, unknownSettings, valuesOf } from '@/lib/connection-edit/values'
import { toNewConnection } from '@/lib/connection-form/request'
import { connectionFormSchema } from '@/lib/connection-form/schema'
import type { ConnectionFormValues } from '@/lib/connection-form/values'

await emulator()
const cloud = await import('@/lib/ipsec-connections/cloud')
const { createCustomerGateway, listCustomerGateways } =
  await import('@/lib/customer-gateways/cloud')

const regionId = 'eu-central-1'
const gatewayIds: string[] = []
for (const last of [1, 2, 3]) {
  const gateway = {
    name: '',
    description: '',
    ipAddress: `198.18.7.${last}`,
    asn: 65_010,
    tags: [],
  }
  gatewayIds.push(await createCustomerGateway(main, { regionId, ...gateway }, write()))
}
const addresses = addressesOf(await listCustomerGateways(main, { regionId }))

async function create(values: ConnectionFormValues) {
  const { connection, name } = connectionFormSchema.parse(values)
  const created = toNewConnection(connection, { regionId, name, tags: [] })
  return { regionId, vpnConnectionId: await cloud.createIpsecConnection(main, created, write()) }
}

/** Makes the changes as an edit does, and gives the parameters that travelled, but for those that only name things. */
async function send(
  at: { regionId: string; vpnConnectionId: string },
  changes: readonly SettingChange[],
  after: Settings,
): Promise<string[]> {
  const { tunnels: now } = await cloud.describeIpsecConnection(main, at)
  const tunnels = now.map(({ tunnelId = '', internetIp }) => ({ tunnelId, internetIp }))
  const sent: string[] = []
  const witness = async ({ parameters }: { parameters: Record<string, string> }) => {
    sent.push(...Object.entries(parameters).flatMap(leaves))
    return async () => undefined
  }
  const isDual = tunnels.length > 1
  for (const call of callsFor(changes, [], { isDual, oneAtATime: false })) {
    const change = changeFor(call.changes, [], { tunnels, addresses, after })
    const only = call.tunnel === undefined ? undefined : change.tunnels?.[call.tunnel]
    await witnessed(witness, () =>
      only
        ? cloud.modifyTunnel(main, at, only, write())
        : cloud.modifyIpsecConnection(main, at, change, write()),
    )
  }
  return sent.toSorted()
}

const NAMING =
  /^(RegionId|VpnConnectionId|ClientToken|(TunnelOptionsSpecification\.\d\.)?TunnelId)$/

/** The leaves of a parameter: the keys of a JSON text, else itself. */
function leaves([name, value]: [string, string]): string[] {
  if (NAMING.test(name)) return []
  return name.endsWith('Config') && value.startsWith('{')
    ? Object.keys(JSON.parse(value) as object).map((key) => `${name}.${key}`.toLowerCase())
    : [name.replace(/TunnelOptionsSpecification\.(\d\.)?/, '').toLowerCase()]
}

/** The wire names of a setting, as Alibaba documents them. */
function wireName(path: string, isDual: boolean): string {
  const [, group, name] = /(?:(ike|ipsec|bgp|healthCheck)\.)?(\w+)$/.exec(path) ?? []
  if (name === 'enableBgp') return isDual ? 'enabletunnelsbgp' : 'bgpconfig.enablebgp'
  const wire = group ? `${group}config.${name}` : `${name}`
  return (isDual && group ? `tunnel${wire}` : wire).toLowerCase()
}

test('1,000 connections: opened and not changed nothing is sent, one change sends exactly that and reads back', async () => {
  const run = fc.asyncProperty(
    validConnection(gatewayIds),
    validConnection(gatewayIds),
    fc.nat(),
    async (values, others, pick) => {
      const at = await create(values)
      const opened = valuesOf(await cloud.describeIpsecConnection(main, at), addresses)
      expect(unknownSettings(opened)).toEqual([])
      const before = settingsOf(await cloud.describeIpsecConnection(main, at), addresses)
      expect(changesBetween(before, settingsOfForm(connectionFormSchema.parse(opened)))).toEqual([])

      const { networkType, tunnelMode } = values.connection
      const connection = { ...others.connection, networkType, tunnelMode }
      const wanted = settingsOfForm(connectionFormSchema.parse({ ...others, connection }))
      const groups = together(changesBetween(before, wanted))
      const changes = groups[pick % Math.max(groups.length, 1)] ?? []
      const after = withChanges(before, changes)
      const sent = await send(at, changes, after)
      const isDual = tunnelMode === 'dual'
      // An id that follows the customer gateway is set to the address of the new one.
      const follows = changes.filter(
        ({ path }) =>
          path.endsWith('.customerGatewayId') &&
          after[path.replace('customerGatewayId', 'ike.remoteId')] === '',
      )
      const expected = [
        ...changes.map(({ path }) => wireName(path, isDual)),
        ...follows.map(() => (isDual ? 'tunnelikeconfig.remoteid' : 'ikeconfig.remoteid')),
      ]
      expect(sent).toEqual(expected.toSorted())
      expect(settingsOf(await cloud.describeIpsecConnection(main, at), addresses)).toEqual(after)
      await cloud.deleteIpsecConnection(main, at, write())
    },
  )
  await fc.assert(run, { numRuns: 1000 })
}, 300_000)

/** Single changes, but for those that only make sense together: both lists, a block and its host, what is switched on. */
function together(changes: readonly SettingChange[]): SettingChange[][] {
  const switched = (name: string) => changes.some(({ path }) => path.endsWith(name))
  const groupOf = (path: string) => {
    if (path.endsWith('Subnet')) return 'subnets'
    if (path.endsWith('enableBgp')) return 'bgp'
    if (path.includes('.bgp.') && switched('enableBgp')) return 'bgp'
    if (/tunnelCidr$|localBgpIp$/.test(path)) return path.replace(/\w+$/, '')
    if (path.includes('.healthCheck.') && switched('healthCheck.enable')) return 'health'
    if (/ikeVersion$|ikeMode$/.test(path)) return path.replace(/\w+$/, '')
    return path
  }
  const groups = new Map<string, SettingChange[]>()
  for (const change of changes)
    groups.set(groupOf(change.path), [...(groups.get(groupOf(change.path)) ?? []), change])
  return [...groups.values()]
}
