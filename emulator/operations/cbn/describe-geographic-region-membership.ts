import { z } from 'zod'

import { operation } from '../../operation'
import { pageOf } from '../../paging'
import { choice, pages } from '../../parameters'
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
