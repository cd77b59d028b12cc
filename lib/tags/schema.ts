import { z } from 'zod'

import { message } from '@/lib/i18n/message'
import { MAX_TAGS } from '@/lib/tags/limit'
import { firstMatch } from '@/lib/text/characters'

export interface Tag {
  key: string
  value: string
}

// Alibaba: CreateTransitRouterVpnAttachment, Tag.N.Key and Tag.N.Value; guide, Tag.
const tagText = z
  .string()
  .refine((text) => !/^(acs:|aliyun)/i.test(text), { error: message('tag.prefix') })
  .refine((text) => !/https?:\/\//i.test(text), { error: message('tag.url') })
  .superRefine((text, context) => {
    // What cannot be seen makes two tags look alike that are not.
    const hidden = firstMatch(text, /[\p{C}\p{Zl}\p{Zp}]|^\s|\s$/u)
    if (hidden) context.addIssue({ code: 'custom', message: message('tag.hidden', hidden) })
  })

const tagKey = tagText.check(
  z.minLength(1, { error: message('tag.keyLength') }),
  z.maxLength(64, { error: message('tag.keyLength') }),
)

/** May be empty: the guide contradicts itself, the API accepts it. */
const tagValue = tagText.check(z.maxLength(128, { error: message('tag.valueLength') }))

/** What a tag editor sends: the tags as it read them, and as they are to be. */
export const tagsEdit = () => ({
  was: z.array(z.object({ key: z.string(), value: z.string() })),
  tag: tagList,
})

/** Rows of a tag editor: at most 20, no key twice. The issue of a repeated key sits on the later row. */
export const tagList = z
  .array(z.object({ key: tagKey, value: tagValue }))
  .max(MAX_TAGS, { error: message('tag.count', { max: MAX_TAGS }) })
  .superRefine((tags, context) => {
    const seen = new Set<string>()
    for (const [index, { key }] of tags.entries()) {
      if (seen.has(key))
        context.addIssue({
          code: 'custom',
          path: [index, 'key'],
          message: message('tag.duplicate', { key }),
        })
      seen.add(key)
    }
  })
