import 'server-only'
import { z } from 'zod'

import { callVpc, type Write } from '@/lib/cloud/client'
import { bound, within } from '@/lib/cloud/limits'
import { firstPage, numberedPages, PAGE_SIZE } from '@/lib/cloud/paginate'
import { created, list, moment, nothing, text, whole, wrapped } from '@/lib/cloud/shape'
import { isNotFound } from '@/lib/failure/errors'
import { ipsecConnection, preSharedKeys } from '@/lib/ipsec-connections/answer'
import type { ConnectionParams, IpsecConnectionParams } from '@/lib/ipsec-connections/params'
import type {
  Diagnosis,
  IpsecConnection,
  IpsecConnectionChange,
  NewIpsecConnection,
  PreSharedKey,
  TunnelChange,
} from '@/lib/ipsec-connections/schema'
import { changeRequest, settingsRequest, tunnelOptions } from '@/lib/ipsec-connections/settings'
import type { Access } from '@/lib/request/access'
import type { Start } from '@/lib/table/page'

function pageOf(access: Access, { regionId }: IpsecConnectionParams) {
  const page = z.object({
    vpnConnections: wrapped('vpnConnection', ipsecConnection(regionId)),
    totalCount: whole,
  })
  return async (pageNumber: number) => {
    const request = { regionId, pageNumber, pageSize: PAGE_SIZE }
    const answer = await callVpc(access, regionId, 'describeVpnConnections', request, page)
    return { items: answer.vpnConnections, totalCount: answer.totalCount }
  }
}

/**
 * The IPsec connections of a region (those of VPN gateways have `attachType` `VPNGW`) within the limits of whoever asks,
 * without their keys.
 */
export const listIpsecConnections = async (
  access: Access,
  params: IpsecConnectionParams,
): Promise<IpsecConnection[]> => within(access, await numberedPages(pageOf(access, params)), bound)

/** The first of them, by one call; of somebody with limits they may be few, or none, of a list that has more. */
export async function startOfIpsecConnections(
  access: Access,
  params: IpsecConnectionParams,
): Promise<Start<IpsecConnection>> {
  const { items, more } = await firstPage(pageOf(access, params))
  return { items: within(access, items, bound), more }
}

/**
 * Some connections of a region, by their ids; an id that the region does not have gives none. Read in a list of one
 * page, else one by one, or in the whole list where that takes fewer calls: what it costs depends on how many are asked for.
 */
export async function listTheseConnections(
  access: Access,
  regionId: string,
  ids: readonly string[],
): Promise<IpsecConnection[]> {
  const { items, totalCount } = await pageOf(access, { regionId })(1)
  const known = new Map(items.map((one) => [one.vpnConnectionId, one]))
  const missing = ids.filter((id) => !known.has(id))
  if (missing.length > 0 && totalCount > items.length)
    for (const one of missing.length < totalCount / PAGE_SIZE
      ? await Promise.all(
          missing.map((id) => describeOrNone(access, { regionId, vpnConnectionId: id })),
        )
      : await listIpsecConnections(access, { regionId }))
      if (one) known.set(one.vpnConnectionId, one)
  return within(
    access,
    ids.flatMap((id) => known.get(id) ?? []),
    bound,
  )
}

async function describeOrNone(
  access: Access,
  params: ConnectionParams,
): Promise<IpsecConnection | undefined> {
  try {
    return await describeIpsecConnection(access, params)
  } catch (error) {
    if (!isNotFound(error)) throw error
    return undefined
  }
}

/** One IPsec connection without its keys. @throws CloudError that `isNotFound` when there is none. */
export const describeIpsecConnection = (
  access: Access,
  { regionId, vpnConnectionId }: ConnectionParams,
): Promise<IpsecConnection> =>
  callVpc(
    access,
    regionId,
    'describeVpnConnection',
    { regionId, vpnConnectionId },
    ipsecConnection(regionId),
  )

/**
 * The one function that gives pre-shared keys away. Callers that show them ask `secrets.reveal` and write the
 * audit first; an edit seals them for its undo and shows them to nobody.
 */
export const revealPsk = (
  access: Access,
  { regionId, vpnConnectionId }: ConnectionParams,
): Promise<PreSharedKey[]> =>
  callVpc(access, regionId, 'describeVpnConnection', { regionId, vpnConnectionId }, preSharedKeys)

/** Whether each tunnel has the key that is given for it; null stands for any. */
export async function hasKeys(
  access: Access,
  params: ConnectionParams,
  keys: readonly (string | null)[],
): Promise<boolean> {
  const now = await revealPsk(access, params)
  return keys.every((key, index) => key === null || now[index]?.psk === key)
}

/** Creates an IPsec connection that is free to attach and gives its id (`vco-…`). */
export const createIpsecConnection = (
  access: Access,
  connection: NewIpsecConnection,
  write: Write,
): Promise<string> =>
  callVpc(
    access,
    connection.regionId,
    'createVpnAttachment',
    { ...settingsRequest(connection), ...write },
    created('vpnConnectionId', write.dryRun),
    'vpnConnectionId',
  )

/**
 * Changes what is given of an IPsec connection and nothing else. One change at a time: `state` is `updating`
 * meanwhile. The network type cannot change. Has no dry run.
 */
export const modifyIpsecConnection = (
  access: Access,
  { regionId, vpnConnectionId }: ConnectionParams,
  change: IpsecConnectionChange,
  { clientToken }: Write,
): Promise<void> =>
  callVpc(
    access,
    regionId,
    'modifyVpnAttachmentAttribute',
    { regionId, vpnConnectionId, ...changeRequest(change), clientToken },
    nothing,
    'vpnConnectionId',
  )

/** Changes what is given of one tunnel of a dual-tunnel connection, as `modifyIpsecConnection`. */
export const modifyTunnel = (
  access: Access,
  { regionId, vpnConnectionId }: ConnectionParams,
  { tunnelId, ...change }: TunnelChange,
  { clientToken }: Write,
): Promise<void> =>
  callVpc(
    access,
    regionId,
    'modifyTunnelAttribute',
    {
      regionId,
      vpnConnectionId,
      tunnelId,
      tunnelOptionsSpecification: tunnelOptions(change),
      clientToken,
    },
    nothing,
    'vpnConnectionId',
  )

/** Puts an IPsec connection into another resource group. Takes no token: the same move again changes nothing. */
export const moveIpsecConnection = (
  access: Access,
  { regionId, vpnConnectionId }: ConnectionParams,
  newResourceGroupId: string,
): Promise<void> =>
  callVpc(
    access,
    regionId,
    'moveVpnResourceGroup',
    // Alibaba: MoveVpnResourceGroup, ResourceType
    { regionId, instanceId: vpnConnectionId, resourceType: 'VpnAttachment', newResourceGroupId },
    nothing,
    'instanceId',
  )

/** Deletes an IPsec connection; refused while it is attached. Has no dry run. */
export const deleteIpsecConnection = (
  access: Access,
  { regionId, vpnConnectionId }: ConnectionParams,
  { clientToken }: Write,
): Promise<void> =>
  callVpc(
    access,
    regionId,
    'deleteVpnAttachment',
    { regionId, vpnConnectionId, clientToken },
    nothing,
    'vpnConnectionId',
  )

const diagnosis = z.object({
  vpnConnectionId: text,
  tunnelId: text,
  severity: text,
  failedReason: text,
  failedReasonCode: text,
  failedTime: moment,
  mismatchLocalParam: text,
  mismatchRemoteParam: text,
  sourceLog: text,
}) satisfies z.ZodType<Diagnosis, unknown>

const diagnosisPage = z.object({ vpnConnections: list(diagnosis), totalCount: whole })

/** Why the last negotiation failed, per tunnel of a dual-tunnel connection. */
export async function diagnoseIpsecConnection(
  access: Access,
  params: ConnectionParams,
): Promise<Diagnosis[]> {
  const { regionId, vpnConnectionId } = params
  const { tunnels } = await describeIpsecConnection(access, params)
  const tunnelIds = tunnels.flatMap(({ tunnelId }) => tunnelId ?? [])
  const subject = tunnelIds.length > 0 ? { tunnelIds } : { vpnConnectionIds: [vpnConnectionId] }
  return numberedPages(async (pageNumber) => {
    const request = { regionId, ...subject, pageNumber, pageSize: PAGE_SIZE }
    const page = await callVpc(access, regionId, 'diagnoseVpnConnections', request, diagnosisPage)
    return { items: page.vpnConnections, totalCount: page.totalCount }
  })
}
