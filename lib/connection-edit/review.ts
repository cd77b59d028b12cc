import 'server-only'
import { z } from 'zod'

import type { EditInput, EditKeys } from '@/lib/connection-edit/operation'
import { carriesTraffic, type Fate, fateOf } from '@/lib/connection-edit/plan'
import { prefixChanges, type TableChange } from '@/lib/connection-edit/prefixes'
import {
  changesBetween,
  differencesOf,
  type SettingChange,
  type Settings,
  settingsOf,
  settingsOfForm,
} from '@/lib/connection-edit/settings'
import { addressesOf, valuesOf } from '@/lib/connection-edit/values'
import {
  readChoices,
  readGateways,
  readSurroundings,
  withGateways,
} from '@/lib/connection-form/read-surroundings'
import { keysOf } from '@/lib/connection-form/request'
import { acceptConnectionForm } from '@/lib/connection-form/schema'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import { type ConnectionFormValues, connectionFormValuesSchema } from '@/lib/connection-form/values'
import { InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'
import { describeIpsecConnection } from '@/lib/ipsec-connections/cloud'
import type { ConnectionParams } from '@/lib/ipsec-connections/params'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import type { CloudLanguage } from '@/lib/regions/schema'
import type { Access } from '@/lib/request/access'
import { isConnectionId } from '@/lib/text/ids'

/** What the form sends: the connection as it was when the form was opened, and as it shall be. */
export const editSchema = connectionFormValuesSchema.extend({
  vpnConnectionId: z.string().refine(isConnectionId, { error: message('value.group') }),
  was: z
    .record(z.string().max(100), z.string().max(4000))
    .refine((was) => Object.keys(was).length < 100, { error: message('value.group') }),
})

export type Edit = ConnectionFormValues & { vpnConnectionId: string; was: Settings }

/** What a person sees before OK. Contains no key. */
export type Review =
  /** Somebody else changed the connection since the form was opened; nothing happens. */
  | { kind: 'conflict'; theirs: SettingChange[]; now: ConnectionFormValues; was: Settings }
  | {
      kind: 'review'
      changes: SettingChange[]
      /** 0 or 1: the tunnels whose keys change. */
      keys: number[]
      fate: Fate
      /** Undefined where the tables could not be read. */
      tables?: TableChange[]
      /** The id of the peer follows its address: from the address of the old customer gateway to that of the new one. */
      follows: { tunnel: number; from: string; to: string }[]
      /** The name to type before traffic stops. */
      name: string
    }

/** The connection and what the form that changes it shows at first. @throws CloudError */
export async function readEdit(access: Access, params: ConnectionParams, language: CloudLanguage) {
  const { regionId, vpnConnectionId } = params
  const connection = await describeIpsecConnection(access, params)
  const [choices, own] = await Promise.all([
    readChoices(access, { regionId, language }),
    // Whether an id is the address of its end is told by the gateway: without it there is no form.
    readGateways(access, regionId, gatewaysOf(connection)),
  ])
  const surroundings: Surroundings = { ...withGateways(choices, own), edited: vpnConnectionId }
  const addresses = addressesOf(surroundings.customerGateways)
  return { connection, surroundings, addresses, settings: settingsOf(connection, addresses) }
}

const gatewaysOf = ({ tunnels }: IpsecConnection) =>
  tunnels.map(({ customerGatewayId }) => customerGatewayId)

/** What an edit does, by what the cloud says now; and what begins it. @throws InvalidInput, CloudError */
export async function reviewEdit(
  access: Access,
  { was, vpnConnectionId, ...values }: Edit,
): Promise<{ review: Review; input?: EditInput; newKeys?: EditKeys['after'] }> {
  const { regionId } = values
  const params = { regionId, vpnConnectionId }
  const connection = await describeIpsecConnection(access, params)
  const [own, around] = await Promise.all([
    readGateways(access, regionId, gatewaysOf(connection)),
    readSurroundings(access, regionId, {
      ...values.connection,
      tunnelMode: connection.tunnels.length === 2 ? 'dual' : 'single',
    }),
  ])
  const surroundings: Surroundings = {
    ...around,
    ...(around.blocks && {
      blocks: around.blocks.filter((block) => block.vpnConnectionId !== vpnConnectionId),
    }),
    edited: vpnConnectionId,
  }
  const addresses = addressesOf([...own.customerGateways, ...(around.customerGateways ?? [])])
  const settings = settingsOf(connection, addresses)
  const now = valuesOf(connection, addresses)
  const theirs = differencesOf(was, settings)
  if (theirs.length > 0) return { review: { kind: 'conflict', theirs, now, was: settings } }

  // Alibaba: ModifyVpnAttachmentAttribute: neither the network type nor the tunnels' number and bandwidth change,
  // and the resource group does by MoveVpnResourceGroup.
  const { networkType, tunnelMode, tunnelBandwidth } = now.connection
  const fixed = {
    ...values,
    connection: {
      ...values.connection,
      networkType,
      tunnelMode,
      tunnelBandwidth,
      resourceGroupId: '',
    },
  }
  const form = acceptConnectionForm(fixed, surroundings)
  // Alibaba: ModifyVpnAttachmentAttribute, Name: 1 to 100 characters.
  if (form.name === '' && now.name !== '')
    throw new InvalidInput([
      { path: ['name'], message: message('name.empty', { min: 1, max: 100 }) },
    ])
  const after = settingsOfForm(form)
  const newKeys = keysOf(form.connection)
  const keys = newKeys.flatMap((key, index) => (key === null ? [] : [index]))
  const changes = changesBetween(settings, after)
  const up = trafficOf(connection)
  const tables = await prefixChanges(access, connection, { before: settings, after })
  return {
    review: {
      kind: 'review',
      changes,
      keys,
      fate: fateOf(changes, keys, up),
      ...(tables && { tables }),
      follows: followsIn(changes, after, addresses),
      name: connection.name || vpnConnectionId,
    },
    input: {
      connection: params,
      before: settings,
      after,
      keys,
      oneAtATime: false,
      up,
      tunnels: tunnelsOf(connection),
      addresses: addressesIn([settings, after], addresses),
    },
    newKeys,
  }
}

/** Which tunnels carry traffic now; none of a connection that nothing is attached to. */
const trafficOf = (connection: IpsecConnection): boolean[] =>
  connection.tunnels.map(
    (tunnel) => !isUnattached(connection) && carriesTraffic(tunnel, connection.enableBgp),
  )

const tunnelsOf = ({ tunnels }: IpsecConnection) =>
  tunnels.map(({ tunnelId = '', internetIp }) => ({ tunnelId, internetIp }))

/** Switching Apply Immediately over and back, as an edit of that alone. @throws CloudError */
export async function renegotiationOf(access: Access, params: ConnectionParams) {
  const connection = await describeIpsecConnection(access, params)
  const gateways = await readGateways(access, params.regionId, gatewaysOf(connection))
  const addresses = addressesOf(gateways.customerGateways)
  const before = settingsOf(connection, addresses)
  const path = 'connection.effectImmediately'
  const input: EditInput = {
    connection: params,
    before,
    after: { ...before, [path]: String(before[path] !== 'true') },
    keys: [],
    oneAtATime: false,
    up: trafficOf(connection),
    tunnels: tunnelsOf(connection),
    addresses: addressesIn([before], addresses),
  }
  return { input, subject: connection.name || params.vpnConnectionId }
}

const gatewayPaths = [0, 1].map((tunnel) => `connection.tunnels.${tunnel}.customerGatewayId`)

/** Only those that the edit is about: it is kept with the operation. */
const addressesIn = (settings: readonly Settings[], all: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    settings.flatMap((each) =>
      gatewayPaths.flatMap((path) => {
        const id = each[path] ?? ''
        const address = all[id]
        return address === undefined ? [] : [[id, address]]
      }),
    ),
  )

const followsIn = (
  changes: readonly SettingChange[],
  after: Settings,
  addresses: Readonly<Record<string, string>>,
) =>
  gatewayPaths.flatMap((path, tunnel) => {
    const change = changes.find((each) => each.path === path)
    const remoteId = path.replace('customerGatewayId', 'ike.remoteId')
    if (!change || after[remoteId] !== '' || changes.some((each) => each.path === remoteId))
      return []
    return [{ tunnel, from: addresses[change.from] ?? '', to: addresses[change.to] ?? '' }]
  })
