'use server'
import { z } from 'zod'

import { listCens, updateCen } from '@/lib/cen/cloud'
import { replacing } from '@/lib/cloud/witness'
import { action } from '@/lib/request/action'
import { writeOnce } from '@/lib/request/intent'
import { replaceTags } from '@/lib/tags/replace'
import { tagsEdit } from '@/lib/tags/schema'
import { isToWrite, textEdit } from '@/lib/text/edit'
import { isCenId } from '@/lib/text/ids'
import { createTransitRouter } from '@/lib/transit-routers/cloud'
import { transitRouterFormSchema } from '@/lib/transit-routers/form'

export const createRouter = action(
  { permission: 'transit-routers.write', schema: transitRouterFormSchema },
  async (router, access) => ({
    transitRouterId: await createTransitRouter(access, router, writeOnce()),
    name: router.transitRouterName,
  }),
)

const cenId = z.string().refine(isCenId)

export const changeName = action(
  // Alibaba: ModifyCenAttribute, Name
  { permission: 'cen.write', schema: z.strictObject({ cenId, ...textEdit(128) }) },
  async ({ was, value, ...which }, access) => {
    const [cen] = await listCens(access, which)
    if (!isToWrite(cen?.name, { was, value })) return
    replacing({ Name: was })
    await updateCen(access, { ...which, name: value })
  },
)

export const changeDescription = action(
  // Alibaba: ModifyCenAttribute, Description
  { permission: 'cen.write', schema: z.strictObject({ cenId, ...textEdit(256) }) },
  async ({ was, value, ...which }, access) => {
    const [cen] = await listCens(access, which)
    if (!isToWrite(cen?.description, { was, value })) return
    replacing({ Description: was })
    await updateCen(access, { ...which, description: value })
  },
)

export const saveTags = action(
  { permission: 'tags.write', schema: z.strictObject({ cenId, ...tagsEdit() }) },
  async ({ was, tag, ...which }, access) => {
    const [cen] = await listCens(access, which)
    const resource = { service: 'cbn', type: 'Cen', id: which.cenId } as const
    await replaceTags(access, resource, { tags: cen?.tags ?? [], was, tag })
  },
)
