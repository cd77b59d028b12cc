'use client'
import { useTranslations } from 'next-intl'
import { useParams, useRouter } from 'next/navigation'

import { Drawer } from '@/components/ui/drawer'
import { EmptyState } from '@/components/ui/empty-state'
import { ButtonLink } from '@/components/ui/text-link'
import { readSegment, routes } from '@/lib/navigation/routes'

type AttachmentParams = Record<'cenId' | 'transitRouterId' | 'attachmentId', string>

/** What stands in the panel of an attachment that the router does not have. @param why `gone`: it was here a moment ago. */
export function NoAttachment({ why = 'unknown' }: { why?: 'unknown' | 'gone' }) {
  const t = useTranslations('attachment')
  const navigation = useRouter()
  const { cenId, transitRouterId, attachmentId } = useParams<AttachmentParams>()
  const list = routes.connections(cenId, transitRouterId)
  return (
    <Drawer title={t('title')} onClose={() => navigation.push(list)}>
      <EmptyState
        title={t(`${why}.title`)}
        action={<ButtonLink href={list}>{t('backToList')}</ButtonLink>}
      >
        {t.rich(`${why}.body`, {
          id: () => <bdi className="mono break-all">{readSegment(attachmentId).slice(0, 80)}</bdi>,
        })}
      </EmptyState>
    </Drawer>
  )
}
