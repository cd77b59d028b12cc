'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { deleteTable } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/actions'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FailureAlert } from '@/components/write/failure-alert'
import { useWrite } from '@/components/write/use-write'
import { WriteButton } from '@/components/write/write-button'
import { routes } from '@/lib/navigation/routes'

import { useOpenTable } from './table-context'

/** Deletes a custom route table. `bound`: associations and propagations that must go first. */
export function DeleteTable({ bound }: { bound: number }) {
  const t = useTranslations('routeTables.delete')
  const { cenId, table, name } = useOpenTable()
  const navigation = useRouter()
  const [open, setOpen] = useState(false)
  const { write, pending, failure } = useWrite()
  const { transitRouterRouteTableId, transitRouterId, transitRouterRouteTableStatus } = table
  const remove = async () => {
    const result = await write(
      { running: t('running', { name }), done: t('done', { name }) },
      deleteTable,
      { transitRouterId, transitRouterRouteTableId },
    )
    if (result.ok) navigation.push(routes.routeTables(cenId, transitRouterId))
  }
  const reason = transitRouterRouteTableStatus !== 'Active' ? t('busy') : undefined
  return (
    <>
      <WriteButton
        permission="route-tables.write"
        variant="danger"
        reason={bound > 0 ? t('bound', { count: bound }) : reason}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </WriteButton>
      {open && (
        <ConfirmDialog
          open
          danger
          title={t('title', { name })}
          confirmLabel={t('confirm')}
          typed={name}
          pending={pending}
          error={failure && <FailureAlert failure={failure} />}
          onConfirm={() => void remove()}
          onClose={() => setOpen(false)}
        >
          <p>{t('body')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
