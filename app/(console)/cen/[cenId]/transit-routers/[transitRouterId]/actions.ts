'use server'
import { z } from 'zod'

import { replacing } from '@/lib/cloud/witness'
import { action } from '@/lib/request/action'
import { writeOnce } from '@/lib/request/intent'
import { replaceTags } from '@/lib/tags/replace'
import { tagsEdit } from '@/lib/tags/schema'
import { isToWrite, textEdit } from '@/lib/text/edit'
import { isCenId, regionIdText, isTransitRouterId } from '@/lib/text/ids'
import { listTransitRouters, updateTransitRouter } from '@/lib/transit-routers/cloud'

const router = {
  cenId: z.string().refine(isCenId),
  regionId: regionIdText,
  transitRouterId: z.string().refine(isTransitRouterId),
}

export const changeName = action(
  {
    permission: 'transit-routers.write',
    // Alibaba: UpdateTransitRouter, TransitRouterName
    schema: z.strictObject({ ...router, ...textEdit(128) }),
  },
  async ({ was, value, cenId, regionId, transitRouterId }, access) => {
    const [now] = await listTransitRouters(access, { cenId, transitRouterId })
    if (!isToWrite(now?.transitRouterName, { was, value })) return
    replacing({ TransitRouterName: was })
    await updateTransitRouter(
      access,
      { regionId, transitRouterId, transitRouterName: value },
      writeOnce(),
    )
  },
)

export const changeDescription = action(
  {
    permission: 'transit-routers.write',
    // Alibaba: UpdateTransitRouter, TransitRouterDescription
    schema: z.strictObject({ ...router, ...textEdit(256) }),
  },
  async ({ was, value, cenId, regionId, transitRouterId }, access) => {
    const [now] = await listTransitRouters(access, { cenId, transitRouterId })
    if (!isToWrite(now?.transitRouterDescription, { was, value })) return
    replacing({ TransitRouterDescription: was })
    await updateTransitRouter(
      access,
      { regionId, transitRouterId, transitRouterDescription: value },
      writeOnce(),
    )
  },
)

export const saveTags = action(
  { permission: 'tags.write', schema: z.strictObject({ ...router, ...tagsEdit() }) },
  async ({ was, tag, cenId, regionId, transitRouterId }, access) => {
    const [now] = await listTransitRouters(access, { cenId, transitRouterId })
    const resource = {
      service: 'cbn',
      type: 'TransitRouter',
      id: transitRouterId,
      regionId,
    } as const
    await replaceTags(access, resource, { tags: now?.tags ?? [], was, tag })
  },
)
