'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Updated } from '@/components/query/updated'
import { useStatusReason } from '@/components/resource/state'
import { Alert } from '@/components/ui/alert'
import { EmptyState } from '@/components/ui/empty-state'
import { opened } from '@/components/ui/late'
import { Table } from '@/components/ui/table'
import { WriteButton } from '@/components/write/write-button'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'

import { CenName } from './cen-name'
import { useGrantColumns } from './grant-columns'
import { useOpenConnection } from './open-connection'
import { type GivenGrant, useGrants } from './use-grants'

const GrantDrawer = opened(() => import('./grant-drawer').then((m) => m.GrantDrawer))
const RevokeDialog = opened(() => import('./revoke-dialog').then((m) => m.RevokeDialog))
const PayerDialog = opened(() => import('./payer-dialog').then((m) => m.PayerDialog))

type Open = { kind: 'grant' } | { kind: 'revoke' | 'payer'; grant: GivenGrant }

/** Which CEN instances of other accounts may attach the connection. */
export function ConnectionGrants() {
  const t = useTranslations('grants')
  const connection = useOpenConnection()
  const reasonOf = useStatusReason()
  const [open, setOpen] = useState<Open | undefined>()
  const { grants, query } = useGrants(connection)
  const free = isUnattached(connection)
  const close = () => setOpen(undefined)
  const give = (
    <WriteButton
      permission="grants.write"
      variant="primary"
      reason={free ? reasonOf(connection.state) : t('give.attached')}
      onClick={() => setOpen({ kind: 'grant' })}
    >
      {t('give.open')}
    </WriteButton>
  )
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t('given.about')}</p>
      {!free && (
        <Alert>
          {t.rich('given.attached', { cen: () => <CenName cenId={connection.attachInstanceId} /> })}
        </Alert>
      )}
      <Table
        name="given-grants"
        label={t('given.title')}
        prefix="grants"
        columns={useGrantColumns({
          attachedTo: free ? undefined : connection.attachInstanceId,
          onRevoke: (grant) => setOpen({ kind: 'revoke', grant }),
          onPayer: (grant) => setOpen({ kind: 'payer', grant }),
        })}
        rows={grants}
        rowId={({ cenId }) => cenId}
        error={query.error}
        onRetry={() => void query.refetch()}
        actions={give}
        note={<Updated query={query} />}
        empty={
          <EmptyState title={t('given.empty.title')} action={give}>
            {t('given.empty.body')}
          </EmptyState>
        }
      />
      {open?.kind === 'grant' && <GrantDrawer onClose={close} />}
      {open?.kind === 'revoke' && <RevokeDialog grant={open.grant} onClose={close} />}
      {open?.kind === 'payer' && <PayerDialog grant={open.grant} onClose={close} />}
    </div>
  )
}
