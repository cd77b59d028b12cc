import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { choice, pages } from '../../protocol/parameters'
import { regions } from '../../regions'

const areas = {
  china: /^cn-(?!hongkong)/,
  'asia-pacific': /^(ap-|cn-hongkong)/,
  europe: /^eu-/,
  'north-america': /^(us-|na-)/,
} as const

export const DescribeGeographicRegionMembership = operation(
  z.object({
    ...pages,
    GeographicRegionId: choice(['china', 'asia-pacific', 'europe', 'north-america']),
  }),
  (params) => {
    const members = Object.keys(regions).filter((id) => areas[params.GeographicRegionId].test(id))
    const { items, echo } = pageOf(members, params)
    return { ...echo, RegionIds: { RegionId: items.map((RegionId) => ({ RegionId })) } }
  },
)
