'use client'
import { useTranslations } from 'next-intl'

import { WriteDialog } from '@/components/write/write-dialog'
import type { TransitRouterCidr } from '@/lib/transit-routers/schema'

import { deleteCidr } from './actions'

interface DeleteCidrProps {
  regionId: string
  transitRouterId: string
  block: TransitRouterCidr
  onClose: () => void
}

export function DeleteCidr({ regionId, transitRouterId, block, onClose }: DeleteCidrProps) {
  const t = useTranslations('transitRouters.cidrBlocks.delete')
  const { cidr, transitRouterCidrId } = block
  return (
    <WriteDialog
      danger
      title={t('title', { cidr })}
      confirmLabel={t('open')}
      words={{ running: t('running', { cidr }), done: t('done', { cidr }) }}
      action={deleteCidr}
      input={{ regionId, transitRouterId, transitRouterCidrId }}
      onClose={onClose}
    >
      <p>{t('body')}</p>
    </WriteDialog>
  )
}
