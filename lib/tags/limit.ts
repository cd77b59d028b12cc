/** Alibaba: TagResources, Tag.N, at most 20 items. Apart from the schema: a page shows it without the validator. */
export const MAX_TAGS = 20

/** Alibaba: CBN TagResources, Tag.N.Key has up to 64 characters; VPC TagResources, up to 128. */
export const LONGEST_KEY = { cbn: 64, vpc: 128 } as const
