/** Rows on one page of a table. */
export const PAGE = 20
