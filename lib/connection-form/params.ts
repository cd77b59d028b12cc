import { z } from 'zod'

import { regionIdText } from '@/lib/text/ids'

/** The form of a connection in this region. */
export const aroundParams = z.object({ regionId: regionIdText })

/** What a picker looks for, in a list that may be as old as the page that asks. */
export const searchParams = z.object({
  regionId: regionIdText,
  /** In names, ids and addresses; all without it. */
  search: z.string().max(200).exactOptional(),
  /** Milliseconds. */
  within: z.string().regex(/^\d{1,9}$/),
})
export type SearchParams = z.infer<typeof searchParams>
