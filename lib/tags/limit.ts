/** Alibaba: TagResources, Tag.N, at most 20 items. Apart from the schema: a page shows it without the validator. */
export const MAX_TAGS = 20
