/** Rows on one page of a table. */
export const PAGE = 20

/** The first items of a list, and whether there are more than these. */
export interface Start<Item> {
  items: Item[]
  more: boolean
}
