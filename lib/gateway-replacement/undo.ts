import 'server-only'
import { carriesTraffic } from '@/lib/connection-edit/plan'
import { differencesOf, settingsOf } from '@/lib/connection-edit/settings'
import { listCustomerGateways } from '@/lib/customer-gateways/cloud'
import { OperationError } from '@/lib/failure/errors'
import {
  type Gateway,
  type GatewayMove,
  MADE,
  type ReplacementInput,
  type ReplacementKeys,
  startReplacement,
} from '@/lib/gateway-replacement/operation'
import type { LastReplacement } from '@/lib/gateway-replacement/schema'
import { leadingTo } from '@/lib/gateway-replacement/users'
import { listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { readSecret } from '@/lib/operations/engine/database'
import { lastOperation, viewOperation } from '@/lib/operations/view'
import type { Access } from '@/lib/request/access'

/** The account's last replacement in a region within a day; nothing when there is none. */
export async function lastReplacement(
  access: Access,
  { regionId }: { regionId: string },
): Promise<LastReplacement | null> {
  const last = await lastOperation(access, 'replace-gateway', { regionId })
  if (!last) return null
  const { name, customerGatewayId } = last.input.from
  return { operationId: last.operationId, state: last.state, name: name || customerGatewayId }
}

/**
 * Begins to take the last replacement back: one in the other direction. A gateway that it deleted is made again,
 * the one that it made is deleted.
 * @returns the names of connections that are not as it left them, and then nothing is begun.
 * @throws OperationError `ReviewOutdated` when `of` is not the last one any more, or is not done.
 */
export async function startReplacementUndo(
  access: Access,
  { regionId, operationId, of }: { regionId: string; operationId: string; of: string },
): Promise<string[]> {
  const last = await lastOperation(access, 'replace-gateway', { regionId })
  if (!last || last.state !== 'done' || last.operationId !== of)
    throw new OperationError('ReviewOutdated')
  const { place } = await viewOperation(access, of)
  const { from: old, to: made, moves } = last.input
  const madeId = place.newCustomerGatewayId ?? ''
  const [gateways, connections, sealed] = await Promise.all([
    listCustomerGateways(access, { regionId }),
    listIpsecConnections(access, { regionId }),
    readSecret(of) as Promise<ReplacementKeys>, // as `startReplacement` sealed it
  ])
  const isThere = (id: string) => gateways.some(({ customerGatewayId }) => customerGatewayId === id)
  if (!isThere(madeId)) throw new OperationError('ReviewOutdated')
  const oldId = isThere(old.customerGatewayId) ? old.customerGatewayId : MADE
  const to: Gateway = { ...old, customerGatewayId: oldId }
  const from: Gateway = { ...made, customerGatewayId: madeId }
  const back = moves.map((move) => {
    const now = connections.find(
      ({ vpnConnectionId }) => vpnConnectionId === move.connection.vpnConnectionId,
    )
    return backOf(move, now, { from, to, of: last.input })
  })
  const theirs = back.flatMap(({ theirs: name }) => name ?? [])
  if (theirs.length > 0) return theirs
  await startReplacement(access, {
    operationId,
    secret: { from: sealed.to, to: sealed.from },
    input: {
      from,
      to,
      hasKey: sealed.from !== '',
      moves: back.flatMap(({ move }) => move ?? []),
      // What it made goes, what was there before stays.
      deletesOld: made.customerGatewayId === MADE,
    },
  })
  return []
}

/** One connection led back; its name when it is not as the replacement left it. */
function backOf(
  { connection, tunnels, addresses, before }: GatewayMove,
  now: IpsecConnection | undefined,
  { from, to, of }: { from: Gateway; to: Gateway; of: ReplacementInput },
): { move?: GatewayMove; theirs?: string } {
  const known = {
    ...addresses,
    [from.customerGatewayId]: from.ipAddress,
    [to.customerGatewayId]: to.ipAddress,
  }
  const settings = leadingTo(before, of.from.customerGatewayId, from.customerGatewayId)
  if (!now || differencesOf(settings, settingsOf(now, known)).length > 0)
    return { theirs: now?.name || connection.vpnConnectionId }
  const up = now.tunnels.flatMap((tunnel, index) =>
    tunnel.customerGatewayId === from.customerGatewayId && carriesTraffic(tunnel, now.enableBgp)
      ? [index]
      : [],
  )
  const after = leadingTo(before, of.from.customerGatewayId, to.customerGatewayId)
  return { move: { connection, tunnels, addresses: known, before: settings, after, up } }
}
