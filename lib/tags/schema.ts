import type { z } from 'zod'

import { LONGEST_KEY } from '@/lib/tags/limit'
import { readTags } from '@/lib/tags/read'
import { readerOf } from '@/lib/text/reader'
import { rows, verbatim } from '@/lib/text/typed'

export type Tag = ReturnType<typeof readTags>[number]

/** As it came, to be judged beside the tags that were there. */
const asTyped = rows({ key: verbatim, value: verbatim })

/** What a tag editor sends: the tags as it read them, and as they are to be. `tagListBeside` judges the change. */
export const tagsEdit = () => ({ was: asTyped, tag: asTyped })

/**
 * Rows of a tag editor: at most 20, no key twice; the issue of a repeated key sits on the later row. A tag that
 * was there already and is not touched stays as it is, whatever the rules for new ones say.
 */
export const tagListBeside = (
  was: readonly Tag[],
  longestKey: number = LONGEST_KEY.cbn,
): z.ZodType<Tag[], Tag[]> =>
  asTyped.transform((tags, context) => readTags(readerOf(context), tags, was, longestKey))

/** Rows of new tags. */
export const tagList = tagListBeside([])
