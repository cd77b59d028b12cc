import { message, type Packed } from '@/lib/i18n/message'
import { LONGEST_KEY, MAX_TAGS } from '@/lib/tags/limit'
import { firstMatch } from '@/lib/text/characters'
import { type Reader, verbatimText } from '@/lib/text/reading'
import { trimEnds } from '@/lib/text/trim'

interface Tag {
  key: string
  value: string
}

/**
 * Reads the rows of a tag editor: at most 20, no key twice; the issue of a repeated key sits on the later row. A tag
 * that was there already and is not touched stays as it is, whatever the rules for new ones say.
 */
export function readTags(
  read: Reader,
  tags: readonly Tag[],
  was: readonly Tag[] = [],
  longestKey: number = LONGEST_KEY.cbn,
): Tag[] {
  if (tags.length > MAX_TAGS) read.report(message('tag.count', { max: MAX_TAGS }))
  const seen = new Set<string>()
  return tags.map((tag, index) => {
    const row = read.at(index)
    const isOld = was.some(({ key, value }) => key === tag.key && value === tag.value)
    const judged = isOld ? tag : readTag(row, tag, longestKey)
    if (seen.has(judged.key)) row.report(message('tag.duplicate', { key: judged.key }), 'key')
    seen.add(judged.key)
    return judged
  })
}

function readTag(read: Reader, { key, value }: Tag, longestKey: number): Tag {
  const tag = { key: tidied(key), value: tidied(value) }
  const problems = {
    key: [
      ...problemsOf(tag.key),
      ...(tag.key.length < 1 || tag.key.length > longestKey
        ? [message('tag.keyLength', { max: longestKey })]
        : []),
    ],
    /** May be empty: the guide contradicts itself, the API accepts it. */
    value: [
      ...problemsOf(tag.value),
      ...(tag.value.length > 128 ? [message('tag.valueLength')] : []),
    ],
  }
  for (const part of ['key', 'value'] as const)
    for (const said of problems[part]) read.report(said, part)
  // One that is wrong is compared with the others as it was typed.
  return problems.key.length + problems.value.length > 0 ? { key, value } : tag
}

const tidied = (text: string) => trimEnds(verbatimText(text))

// Alibaba: CreateTransitRouterVpnAttachment, Tag.N.Key and Tag.N.Value; guide, Tag.
function problemsOf(text: string): Packed[] {
  // What cannot be seen makes two tags look alike that are not.
  const hidden = firstMatch(text, /[\p{C}\p{Zl}\p{Zp}]|^\s|\s$/u)
  return [
    ...(/^(acs:|aliyun)/i.test(text) ? [message('tag.prefix')] : []),
    ...(/https?:\/\//i.test(text) ? [message('tag.url')] : []),
    ...(hidden ? [message('tag.hidden', hidden)] : []),
  ]
}
