'use client'
import { useTranslations } from 'next-intl'

import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'
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
  const { write, pending, failure } = useWrite()
  const { cidr, transitRouterCidrId } = block
  const run = async () => {
    const result = await write(
      { running: t('running', { cidr }), done: t('done', { cidr }) },
      deleteCidr,
      { regionId, transitRouterId, transitRouterCidrId },
    )
    if (result.ok) onClose()
  }
  return (
    <ConfirmDialog
      open
      danger
      title={t('title', { cidr })}
      confirmLabel={t('open')}
      pending={pending}
      error={failure && <FailureAlert failure={failure} />}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>{t('body')}</p>
    </ConfirmDialog>
  )
}
