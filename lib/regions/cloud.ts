import 'server-only'
import { z } from 'zod'

import { callCbn, callVpc } from '@/lib/cloud/client'
import { hasEndpoint } from '@/lib/cloud/endpoints'
import { keptForAnHour } from '@/lib/cloud/kept'
import { mustLieWithin, within } from '@/lib/cloud/limits'
import { list, text, wrapped } from '@/lib/cloud/shape'
import type { RegionParams, ZoneParams } from '@/lib/regions/params'
import type { Region, Zone } from '@/lib/regions/schema'
import type { Access } from '@/lib/request/access'

const regions = z.object({
  regions: wrapped('region', z.object({ regionId: text, localName: text })),
})

/** The regions the console knows to ask, named in the given language. */
export async function listRegions(access: Access, { language }: RegionParams): Promise<Region[]> {
  // Any region's endpoint lists them all.
  const request = { acceptLanguage: language }
  const answer = await callVpc(access, 'cn-hangzhou', 'describeRegions', request, regions)
  return answer.regions.filter(({ regionId }) => hasEndpoint(regionId))
}

const allRegions = keptForAnHour('listRegions', listRegions)

/** As `listRegions`, from an hour's memory: those within the limits of whoever asks. */
export const keptRegions = async (access: Access, params: RegionParams): Promise<Region[]> =>
  within(access, await allRegions(access, params), ({ regionId }) => ({ regionId }))

const zones = z.object({ zones: wrapped('zone', z.object({ zoneId: text, localName: text })) })
const available = z.object({ availableZones: list(text) })

/** The zones in which a router of the region takes attachments, with their names. */
export async function listZones(
  access: Access,
  { regionId, language }: ZoneParams,
): Promise<Zone[]> {
  const [{ availableZones }, names] = await Promise.all([
    callCbn(access, 'listTransitRouterAvailableResource', { regionId }, available),
    // Alibaba: DescribeZones spells its languages in lower case.
    callVpc(
      access,
      regionId,
      'describeZones',
      { regionId, acceptLanguage: language.toLowerCase() },
      zones,
    ),
  ])
  const nameOf = new Map(names.zones.map(({ zoneId, localName }) => [zoneId, localName]))
  return availableZones.map((zoneId) => ({ zoneId, localName: nameOf.get(zoneId) || zoneId }))
}

const allZones = keptForAnHour('listZones', listZones)

/** As `listZones`, from an hour's memory. @throws AccessError `OutsideLimits` */
export async function keptZones(access: Access, params: ZoneParams): Promise<Zone[]> {
  await mustLieWithin(access, params)
  return await allZones(access, params)
}
