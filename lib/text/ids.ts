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
