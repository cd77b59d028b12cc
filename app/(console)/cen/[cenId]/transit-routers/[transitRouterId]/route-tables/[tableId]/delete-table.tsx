'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { deleteTable } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/actions'
import { WriteButton } from '@/components/write/write-button'
import { WriteDialog } from '@/components/write/write-dialog'
import { routes } from '@/lib/navigation/routes'

import { useOpenTable } from './table-context'

/** Deletes a custom route table. `bound`: associations and propagations that must go first. */
export function DeleteTable({ bound }: { bound: number }) {
  const t = useTranslations('routeTables.delete')
  const { cenId, table, name } = useOpenTable()
  const navigation = useRouter()
  const [open, setOpen] = useState(false)
  const { transitRouterRouteTableId, transitRouterId, transitRouterRouteTableStatus } = table
  const reason = transitRouterRouteTableStatus !== 'Active' ? t('busy') : undefined
  return (
    <>
      <WriteButton
        permission="route-tables.delete"
        variant="danger"
        reason={bound > 0 ? t('bound', { count: bound }) : reason}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </WriteButton>
      {open && (
        <WriteDialog
          danger
          title={t('title', { name })}
          confirmLabel={t('confirm')}
          typed={name}
          words={{ running: t('running', { name }), done: t('done', { name }) }}
          action={deleteTable}
          input={{ transitRouterId, transitRouterRouteTableId }}
          onDone={() => navigation.push(routes.routeTables(cenId, transitRouterId))}
          onClose={() => setOpen(false)}
        >
          <p>{t('body')}</p>
        </WriteDialog>
      )}
    </>
  )
}
