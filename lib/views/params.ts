import { z } from 'zod'

import { message } from '@/lib/i18n/message'

const table = z.string().regex(/^[a-z][a-z-]{0,60}$/)

export const viewParams = z.object({ table })

const name = z
  .string()
  .trim()
  .min(1, message('view.name', { max: 60 }))
  .max(60, message('view.name', { max: 60 }))
  // What does not show cannot be told from its neighbour.
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, message('view.name', { max: 60 }))
const viewId = z.uuid()

export const newView = z.strictObject({
  /** Chosen by the browser: one that was deleted can be brought back as it was. */
  viewId,
  table,
  name,
  search: z.string().max(2000),
})
export const viewName = z.strictObject({ viewId, name })
export const oneView = z.strictObject({ viewId })
