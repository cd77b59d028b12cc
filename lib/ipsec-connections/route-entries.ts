import 'server-only'
import { z } from 'zod'

import { callVpc, type Write } from '@/lib/cloud/client'
import { numberedPages, PAGE_SIZE } from '@/lib/cloud/paginate'
import { list, moment, nothing, text, whole } from '@/lib/cloud/shape'
import type { ConnectionParams } from '@/lib/ipsec-connections/params'
import type { NewVcoRouteEntry, VcoRouteEntry } from '@/lib/ipsec-connections/schema'
import type { Access } from '@/lib/request/access'

const route = z.object({
  vpnConnectionId: text,
  routeDest: text,
  nextHop: text,
  weight: whole,
  routeEntryType: text,
  state: text,
  source: text,
  asPath: text,
  community: text,
  nextHopTunnelIdList: list(text),
  createTime: moment,
}) satisfies z.ZodType<VcoRouteEntry, unknown>

const page = z.object({ vcoRouteEntries: list(route), totalCount: whole })

/** The routes of an IPsec connection: those written by hand, then those learned by BGP. */
export async function listVcoRouteEntries(
  access: Access,
  params: ConnectionParams,
): Promise<VcoRouteEntry[]> {
  const ofType = (routeEntryType: 'custom' | 'bgp') =>
    numberedPages(async (pageNumber) => {
      const request = { ...params, routeEntryType, pageNumber, pageSize: PAGE_SIZE }
      const answer = await callVpc(
        access,
        params.regionId,
        'describeVcoRouteEntries',
        request,
        page,
      )
      // The answer may leave out the type that was asked for.
      const items = answer.vcoRouteEntries.map((entry) => ({
        ...entry,
        routeEntryType: entry.routeEntryType || routeEntryType,
      }))
      return { items, totalCount: answer.totalCount }
    })
  // Alibaba: DescribeVcoRouteEntries answers one type per call.
  return (await Promise.all([ofType('custom'), ofType('bgp')])).flat()
}

// Alibaba: CreateVcoRouteEntry, OverlayMode has one value; NextHop is the connection itself.
const ofConnection = (vpnConnectionId: string) => ({
  vpnConnectionId,
  nextHop: vpnConnectionId,
  overlayMode: 'Ipsec',
})

/** Adds a route to an attached connection; the connection's `state` is `updating` meanwhile. */
export const createVcoRouteEntry = (
  access: Access,
  { vpnConnectionId, ...route }: NewVcoRouteEntry,
  write: Write,
): Promise<void> =>
  callVpc(
    access,
    route.regionId,
    'createVcoRouteEntry',
    { ...route, ...ofConnection(vpnConnectionId), ...write },
    nothing,
    'vpnConnectionId',
  )

/** Deletes a route that was written by hand. Has no dry run. */
export const deleteVcoRouteEntry = (
  access: Access,
  { vpnConnectionId, ...route }: Omit<NewVcoRouteEntry, 'description'>,
  { clientToken }: Write,
): Promise<void> =>
  callVpc(
    access,
    route.regionId,
    'deleteVcoRouteEntry',
    { ...route, ...ofConnection(vpnConnectionId), clientToken },
    nothing,
    'vpnConnectionId',
  )

/** Gives a route that was written by hand another weight. Has no dry run. */
export const modifyVcoRouteEntryWeight = (
  access: Access,
  {
    vpnConnectionId,
    ...route
  }: Omit<NewVcoRouteEntry, 'description'> & { newWeight: NewVcoRouteEntry['weight'] },
  { clientToken }: Write,
): Promise<void> =>
  callVpc(
    access,
    route.regionId,
    'modifyVcoRouteEntryWeight',
    { ...route, ...ofConnection(vpnConnectionId), clientToken },
    nothing,
    'vpnConnectionId',
  )
