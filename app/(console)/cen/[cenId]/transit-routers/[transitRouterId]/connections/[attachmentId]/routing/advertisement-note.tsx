'use client'
import { useTranslations } from 'next-intl'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useSpeaking } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/use-connection'
import { Alert } from '@/components/ui/alert'
import { isUncertain } from '@/lib/ipsec-connections/speaking'
import type { ComparisonPage, SomePrefixes } from '@/lib/route-tables/comparison'

interface AdvertisementNoteProps {
  advertisement: ComparisonPage['advertisement']
  unjudged: number
  newName: string
}

/** The guide's warning while route synchronisation is on, with what the BGP peer loses and learns. */
export function AdvertisementNote({ advertisement, unjudged, newName }: AdvertisementNoteProps) {
  const t = useTranslations('attachment.advertisement')
  const { attachment } = useOpenAttachment()
  const speaking = useSpeaking()
  if (!attachment.autoPublishRouteEnabled || attachment.resourceType !== 'VPN') return null
  if (speaking === 'bgpOff') return <Alert title={t('on')}>{t('noBgp')}</Alert>
  if (speaking === 'bgpDown')
    return (
      <Alert tone="warning" title={t('down')}>
        {t('downBody', { advertised: advertisement?.advertised ?? 0, table: newName })}
      </Alert>
    )
  return (
    <Alert tone="warning" title={t('on')}>
      {isUncertain(speaking) && (
        <p>{t(`uncertain.${speaking === 'foreign' ? 'foreign' : 'unread'}`)}</p>
      )}
      {advertisement &&
        t.rich('sequence', {
          withdrawn: advertisement.withdrawn,
          advertised: advertisement.advertised,
          table: () => <bdi className="font-semibold">{newName}</bdi>,
        })}
      {unjudged > 0 && <p>{t('unjudged', { count: unjudged })}</p>}
      {advertisement && (
        <div className="mt-1.5 flex flex-col gap-1">
          <PrefixList
            summary={t('gone', { count: advertisement.gone.count })}
            prefixes={advertisement.gone}
          />
          <PrefixList
            summary={t('fresh', { count: advertisement.fresh.count })}
            prefixes={advertisement.fresh}
          />
        </div>
      )}
    </Alert>
  )
}

function PrefixList({ summary, prefixes }: { summary: string; prefixes: SomePrefixes }) {
  const t = useTranslations('attachment.difference')
  const { count, first } = prefixes
  if (count === 0) return <p>{summary}</p>
  const more = count - first.length
  return (
    <details>
      <summary>{summary}</summary>
      <p className="mt-1 max-h-30 overflow-y-auto mono">
        {[...first, ...(more > 0 ? [t('more', { n: more })] : [])].join(', ')}
      </p>
    </details>
  )
}
