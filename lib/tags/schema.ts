import { z } from 'zod'

import { message } from '@/lib/i18n/message'
import { MAX_TAGS } from '@/lib/tags/limit'
import { firstMatch } from '@/lib/text/characters'
import { rows, text, verbatim } from '@/lib/text/typed'

export interface Tag {
  key: string
  value: string
}

// Alibaba: CreateTransitRouterVpnAttachment, Tag.N.Key and Tag.N.Value; guide, Tag.
const tagText = text
  .refine((text) => !/^(acs:|aliyun)/i.test(text), { error: message('tag.prefix') })
  .refine((text) => !/https?:\/\//i.test(text), { error: message('tag.url') })
  .superRefine((text, context) => {
    // What cannot be seen makes two tags look alike that are not.
    const hidden = firstMatch(text, /[\p{C}\p{Zl}\p{Zp}]|^\s|\s$/u)
    if (hidden) context.addIssue({ code: 'custom', message: message('tag.hidden', hidden) })
  })

const tagRow = (longestKey: number) =>
  z.object({
    key: tagText.check(
      z.minLength(1, { error: message('tag.keyLength', { max: longestKey }) }),
      z.maxLength(longestKey, { error: message('tag.keyLength', { max: longestKey }) }),
    ),
    /** May be empty: the guide contradicts itself, the API accepts it. */
    value: tagText.check(z.maxLength(128, { error: message('tag.valueLength') })),
  })

/** Alibaba: CBN TagResources, Tag.N.Key has up to 64 characters; VPC TagResources, up to 128. */
export const LONGEST_KEY = { cbn: 64, vpc: 128 } as const

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
  asTyped.transform((tags, context) => {
    if (tags.length > MAX_TAGS)
      context.addIssue({ code: 'custom', message: message('tag.count', { max: MAX_TAGS }) })
    const seen = new Set<string>()
    return tags.map((tag, index) => {
      const report = (path: PropertyKey[], text: string) =>
        context.addIssue({ code: 'custom', path: [index, ...path], message: text })
      const isOld = was.some(({ key, value }) => key === tag.key && value === tag.value)
      const judged = isOld ? undefined : tagRow(longestKey).safeParse(tag)
      for (const issue of judged?.error?.issues ?? []) report(issue.path, issue.message)
      const read = judged?.data ?? tag
      if (seen.has(read.key)) report(['key'], message('tag.duplicate', { key: read.key }))
      seen.add(read.key)
      return read
    })
  })

/** Rows of new tags. */
export const tagList = tagListBeside([])
