/** Whether a text can be the id of a cloud resource (`cen-…`, `tr-…`); anything else is not asked for. */
export const isResourceId = (text: string): boolean => /^[a-z][a-z0-9-]{2,63}$/.test(text)
