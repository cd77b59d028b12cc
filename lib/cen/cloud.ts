import 'server-only'
import { z } from 'zod'

import type { Cen, NewCen } from '@/lib/cen/schema'
import { callCbn, type Write } from '@/lib/cloud/client'
import { numberedPages, PAGE_SIZE } from '@/lib/cloud/paginate'
import { created, moment, nothing, tags, text, whole, wrapped } from '@/lib/cloud/shape'
import { isWithin } from '@/lib/people/limits'
import type { Access } from '@/lib/request/access'

const cen = z.object({
  cenId: text,
  name: text,
  description: text,
  status: text,
  protectionLevel: text,
  resourceGroupId: text,
  creationTime: moment,
  tags,
}) satisfies z.ZodType<Cen, unknown>

const page = z.object({ cens: wrapped('cen', cen), totalCount: whole })

/** All CEN instances of the account within the limits of whoever asks, or the one of that id, if it exists. */
export function listCens(access: Access, { cenId }: { cenId?: string } = {}): Promise<Cen[]> {
  const limits = access.person?.limits
  if (cenId !== undefined && !isWithin(limits, 'cenIds', cenId)) return Promise.resolve([])
  const wanted = cenId === undefined ? limits?.cenIds : [cenId]
  return numberedPages(async (pageNumber) => {
    const filter = wanted && [{ key: 'CenId', value: [...wanted] }]
    const request = { pageNumber, pageSize: PAGE_SIZE, filter }
    const { cens, totalCount } = await callCbn(access, 'describeCens', request, page)
    return { items: cens, totalCount }
  })
}

/** Creates a CEN instance and gives its id; `Creating` becomes `Active` within seconds. Has no dry run. */
export const createCen = (
  access: Access,
  { name, description, tags: tag }: NewCen,
  { clientToken }: Write,
): Promise<string> =>
  callCbn(
    access,
    'createCen',
    // Alibaba: CreateCen, ProtectionLevel
    { name, description, tag, protectionLevel: 'REDUCED', clientToken },
    created('cenId'),
    'cenId',
  )

/** Changes the name or the description; `Modifying` becomes `Active` within seconds. Has no token and no dry run. */
export const updateCen = (
  access: Access,
  cen: { cenId: string; name?: string; description?: string },
): Promise<void> => callCbn(access, 'modifyCenAttribute', cen, nothing, 'cenId')
