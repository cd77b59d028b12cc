import type { useTranslations } from 'next-intl'

import { type TypeWords, typeWord } from '@/lib/attachments/type-words'
import type { NextHop } from '@/lib/route-tables/longest-match'
import type { Part } from '@/lib/route-tables/parts'
import { blocksOf } from '@/lib/route-tables/prefix'
import type { WayBack } from '@/lib/route-tables/way-back'

/** The words of `attachment.difference`, in the browser or on the server. */
export type DifferenceWords = ReturnType<typeof useTranslations<'attachment.difference'>>

/**
 * Ways to reach a prefix, in words: "by 172.16.0.0/12 Inter-region tr-london".
 * @param names of attachments, by id. @param types what is attached, in words.
 */
export function reachWords(
  t: DifferenceWords,
  names: ReadonlyMap<string, string>,
  types: TypeWords,
) {
  const hop = ({ attachmentId, resourceId, resourceType }: NextHop) =>
    `${typeWord(types, resourceType)} ${names.get(attachmentId) || resourceId || attachmentId}`

  /** Where one part leads, without saying which addresses it is about. */
  const way = ({ reach, hops, by }: Part, prefix: string) => {
    const through = by && by !== prefix ? `${t('by', { prefix: by })} ` : ''
    if (reach === 'hop') return through + hops.map(hop).join(' + ')
    return reach === 'none' ? t('none') : `${through}${t(reach)}`
  }

  const blocks = ({ ranges }: Part) => ranges.flatMap((range) => [...blocksOf(range)])

  /** A whole side of a change as one text, for the filter and the export. */
  const side = (parts: readonly Part[], { prefix }: { prefix: string }) =>
    parts.length === 1 && parts[0]
      ? way(parts[0], prefix)
      : parts.map((part) => `${blocks(part).join(' ')}: ${way(part, prefix)}`).join('; ')

  /** Ways back: "falls back to 0.0.0.0/0 VPC vpc-prod". */
  const back = (ways: readonly WayBack[]): string | undefined => {
    const words = ways.map(({ state, parts }) => {
      const others = parts
        .filter((part) => part.reach === 'hop')
        .map((part) => `${blocks(part).join(' ')}: ${way(part, '')}`)
      return t(`back.${state}`, { ways: others.join('; ') })
    })
    return words.length > 0 ? [...new Set(words)].join('; ') : undefined
  }

  return { way, blocks, side, back }
}
