import { z } from 'zod'

const idLike = (prefix: string) => {
  const shape = new RegExp(`^${prefix}-[a-z0-9]{1,64}$`)
  return (text: string): boolean => shape.test(text)
}

/** Whether a text can be such an id as the cloud makes them; anything else cannot exist and is not asked for. */
export const isCenId = idLike('cen')
export const isTransitRouterId = idLike('tr')
export const isRouteTableId = idLike('vtb')
export const isAttachmentId = idLike('tr-attach')
export const isConnectionId = idLike('vco')

/** Whether a text can be the id of a region (`eu-central-1`, `cn-wuhan-lr`). */
export const isRegionId = (text: string): boolean =>
  /^[a-z]{2,3}(?:-[a-z0-9]{1,16}){1,3}$/.test(text)

/** The id of a region, as it may come from outside: it becomes part of the address that is called. */
export const regionIdText = z.string().refine(isRegionId)

/** Any id that the cloud makes, as it may come from outside. What else it must be, the cloud says. */
export const cloudIdText = z.string().regex(/^[a-zA-Z0-9-]{1,80}$/)

/** The id of an account, as it may come from outside. */
export const accountIdText = z.string().regex(/^\d{1,20}$/)
