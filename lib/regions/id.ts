/** Whether a text can be the id of a region (`eu-central-1`, `cn-wuhan-lr`); anything else is not asked for. */
export const isRegionId = (text: string): boolean =>
  /^[a-z]{2,3}(?:-[a-z0-9]{1,16}){1,3}$/.test(text)
