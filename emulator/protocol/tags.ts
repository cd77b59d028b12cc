import type { Tag } from '../state/cen-records'
import { fail } from './errors'

/** The tags after setting some: a key that is there gets the new value. Throws beyond `limit`. */
export function withTags(tags: readonly Tag[], added: readonly Tag[], limit: number): Tag[] {
  const merged = new Map(tags.map((tag) => [tag.Key, tag.Value]))
  for (const tag of added) merged.set(tag.Key, tag.Value)
  if (merged.size > limit) fail('NumberExceed.Tags')
  return Array.from(merged, ([Key, Value]) => ({ Key, Value }))
}

/** The tags without some keys. */
export function withoutTags(tags: readonly Tag[], keys: readonly string[]): Tag[] {
  return tags.filter((tag) => !keys.includes(tag.Key))
}

/** Whether every wanted key is among the tags, with the wanted value where one is given. */
export function hasTags(
  tags: readonly Tag[],
  wanted: readonly { Key: string; Value?: string | undefined }[] = [],
): boolean {
  return wanted.every(({ Key, Value }) =>
    tags.some(
      (tag) => tag.Key === Key && (Value === undefined || Value === '' || tag.Value === Value),
    ),
  )
}
