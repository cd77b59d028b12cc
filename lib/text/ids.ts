const idLike = (prefix: string) => {
  const shape = new RegExp(`^${prefix}-[a-z0-9]{1,64}$`)
  return (text: string): boolean => shape.test(text)
}

/** Whether a text can be such an id as the cloud makes them; anything else cannot exist and is not asked for. */
export const isCenId = idLike('cen')
export const isTransitRouterId = idLike('tr')
export const isRouteTableId = idLike('vtb')
