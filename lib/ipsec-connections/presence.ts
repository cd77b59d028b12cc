import 'server-only'
import { listCustomerGateways } from '@/lib/customer-gateways/cloud'
import { isNotFound } from '@/lib/failure/errors'
import { describeIpsecConnection, listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import type { ConnectionParams } from '@/lib/ipsec-connections/params'
import type { Presence } from '@/lib/operations/presence'
import type { Access } from '@/lib/request/access'
import type { Tag } from '@/lib/tags/schema'

/** Whether the region has a connection with this tag: a create has no other mark of its own. */
export async function connectionWithTag(
  access: Access,
  regionId: string,
  tag: Tag,
): Promise<Presence> {
  const connections = await listIpsecConnections(access, { regionId })
  const found = connections.find(({ tags }) =>
    tags.some(({ key, value }) => key === tag.key && value === tag.value),
  )
  if (found) return { there: true, id: found.vpnConnectionId, status: found.state }
  // A connection needs a customer gateway: if none is seen either, the empty list says nothing.
  const proven =
    connections.length > 0 || (await listCustomerGateways(access, { regionId })).length > 0
  return { there: false, proven }
}

/** Whether the connection is there. The cloud says in so many words that it is not. */
export async function connectionPresence(
  access: Access,
  params: ConnectionParams,
): Promise<Presence> {
  try {
    const { vpnConnectionId, state } = await describeIpsecConnection(access, params)
    return { there: true, id: vpnConnectionId, status: state }
  } catch (error) {
    if (!isNotFound(error)) throw error
    return { there: false, proven: true }
  }
}
