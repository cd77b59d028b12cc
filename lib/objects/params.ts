import { z } from 'zod'

import type { ObjectRef } from '@/lib/objects/schema'
import { cloudIdText, regionIdText } from '@/lib/text/ids'

/** So many at a time. */
export const MOST_OBJECTS = 60

const ref = z
  .string()
  .transform((text) => text.split('@'))
  .pipe(z.tuple([cloudIdText, z.union([z.literal(''), regionIdText])]))
  .transform(([id, regionId]): ObjectRef => ({ id, regionId }))

export const objectParams = z.object({
  /** `vco-1@eu-central-1,cen-2@`. */
  of: z
    .string()
    .max(8000)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(ref).max(MOST_OBJECTS)),
})
