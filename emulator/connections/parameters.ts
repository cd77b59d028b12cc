import { z } from 'zod'

import type { ErrorCode } from '../protocol/errors'
import { fail } from '../protocol/errors'
import { tags, text } from '../protocol/parameters'
import { regions } from '../regions'
import type { Tag } from '../state/cen-records'

/** The group of everything that names none. */
export const defaultResourceGroup = 'rg-acfm000000000000'

/** A region of the VPC product. */
export const region = () =>
  text().refine((id) => Object.hasOwn(regions, id), 'InvalidRegionId.NotFound')

/** A name or description of VPC: 1-100 characters, no http:// or https:// in front. Alibaba: CreateVpnAttachment, CreateCustomerGateway. */
export const label = (code: ErrorCode) =>
  z
    .string()
    .min(1, code)
    .max(100, code)
    .refine((value) => !/^https?:\/\//i.test(value), code)

/** Which record: every operation on one connection takes these two. */
export const vcoId = { RegionId: region(), VpnConnectionId: text() }

/** Which customer gateway. */
export const gatewayId = { RegionId: region(), CustomerGatewayId: text() }

// The SDK sends Tags.N to the creating operations, the Terraform provider Tag.N: both are taken.
export const createdTags = { Tag: tags().optional(), Tags: tags().optional() }

/** The tags of a creating call under either name. Throws when both together are too many or repeat a key. */
export function tagsOf({
  Tag = [],
  Tags = [],
}: {
  Tag?: Tag[] | undefined
  Tags?: Tag[] | undefined
}): Tag[] {
  const all = [...Tags, ...Tag]
  if (all.length > 20) fail('NumberExceed.Tags')
  if (new Set(all.map(({ Key }) => Key)).size < all.length) fail('Duplicated.TagKey')
  return all
}

/** A BGP authentication key. Alibaba: CreateCustomerGateway, AuthKey: 1-64 ASCII characters, no space, no question mark. */
export const authKey = () =>
  z
    .string()
    .regex(/^[!-~]{1,64}$/)
    .refine((key) => !key.includes('?'))
