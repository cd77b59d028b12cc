import type { Tag } from '@/lib/tags/schema'

/** Marks a resource with the operation that made it: a create without an answer is found again by it. */
export const OPERATION_TAG = 'cen-vpn-console:operation'

/** The operation that made the resource with these tags, when it was one of ours. */
export const operationOf = (tags: readonly Tag[]): string | undefined =>
  tags.find(({ key }) => key === OPERATION_TAG)?.value

/** The tags that people gave. */
export const withoutOperation = (tags: readonly Tag[]): Tag[] =>
  tags.filter(({ key }) => key !== OPERATION_TAG)

/** Whether the cloud itself gave the tag: it is shown, and neither changed nor sent. Alibaba: TagResources, Tag.N.Key. */
export const isSystemTag = ({ key }: Tag): boolean => /^(?:acs:|aliyun)/i.test(key)

/** The tags that people may change. */
export const changeable = (tags: readonly Tag[]): Tag[] =>
  withoutOperation(tags).filter((tag) => !isSystemTag(tag))
