import { replacing } from '@/lib/cloud/witness'
import 'server-only'

import { InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import type { Access } from '@/lib/request/access'
import { removeTags, setTags, type TaggedResource } from '@/lib/tags/cloud'
import { LONGEST_KEY } from '@/lib/tags/limit'
import { changeable } from '@/lib/tags/operation-tag'
import { type Tag, tagListBeside } from '@/lib/tags/schema'

interface Replacement {
  /** As the cloud has them now. */
  tags: readonly Tag[]
  /** As the editor read them: without the mark of the operation that made the resource, which stays, like what the cloud gave. */
  was: readonly Tag[]
  tag: readonly Tag[]
}

/**
 * Makes the tags of a resource those that were edited.
 * @throws InvalidInput when somebody else changed them since the editor read them; nothing is overwritten.
 */
export async function replaceTags(
  access: Access,
  resource: TaggedResource,
  { tags, was: read, tag: typed }: Replacement,
): Promise<void> {
  const was = changeable(read)
  const judged = tagListBeside(was, LONGEST_KEY[resource.service]).safeParse(typed)
  if (!judged.success)
    throw new InvalidInput(
      InvalidInput.of(judged.error).issues.map((issue) => ({
        ...issue,
        path: ['tag', ...issue.path],
      })),
    )
  const tag = judged.data
  const now = changeable(tags)
  const isKept = ({ key }: Tag) => tag.some((kept) => kept.key === key)
  // A press before this one may have done all of it, or only removed, and got no clear answer.
  if (![was, was.filter(isKept), tag].some((stage) => print(stage) === print(now)))
    throw new InvalidInput([{ path: ['tag'], message: message('tag.changed') }])
  const formerOf = (key: string) => now.find((before) => before.key === key)?.value ?? ''
  const gone = now.filter((each) => !isKept(each)).map(({ key }) => key)
  const changed = tag.filter(({ key, value }) => !isIn(now, key, value))
  replacing(Object.fromEntries(gone.map((key) => [`Tag.${key}`, formerOf(key)])))
  if (gone.length > 0) await removeTags(access, resource, gone)
  // Alibaba: TagResources, Tag.N counts from 1.
  const former = changed.map(({ key }, index) => [`Tag.${index + 1}.Value`, formerOf(key)])
  replacing(Object.fromEntries(former))
  if (changed.length > 0) await setTags(access, resource, changed)
}

const isIn = (tags: readonly Tag[], key: string, value: string) =>
  tags.some((tag) => tag.key === key && tag.value === value)

const print = (tags: readonly Tag[]) =>
  tags
    .map(({ key, value }) => JSON.stringify([key, value]))
    .toSorted()
    .join()
