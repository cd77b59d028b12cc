'use client'
import { useTranslations } from 'next-intl'

import { useTypeWord } from '@/components/resource/use-type-word'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import type { RouteEntry } from '@/lib/route-tables/schema'

import { useOpenTable } from './table-context'

interface NextHopProps {
  entry: RouteEntry
  /** Of the attachment it leads to. */
  name: string | undefined
}

/** Where an entry leads, on one line, so that long tables keep an even beat. */
export function NextHop({ entry, name }: NextHopProps) {
  const t = useTranslations('routeTables.entries')
  const typeWord = useTypeWord()
  const { cenId, table } = useOpenTable()
  if (entry.transitRouterRouteEntryNextHopType === 'BlackHole')
    return <span className="text-muted">{t('blackhole')}</span>
  const kind = entry.transitRouterRouteEntryNextHopResourceType
  const attachmentId = entry.transitRouterRouteEntryNextHopId
  const text = name || entry.transitRouterRouteEntryNextHopResourceId || attachmentId
  return (
    <span className="whitespace-nowrap">
      <span className="text-muted">{typeWord(kind)}</span>{' '}
      {kind === 'VPN' ? (
        <TextLink href={routes.attachment(cenId, table.transitRouterId, attachmentId)}>
          <bdi>{text}</bdi>
        </TextLink>
      ) : (
        <bdi title={attachmentId}>{text}</bdi>
      )}
    </span>
  )
}
