'use client'
import { useTranslations } from 'next-intl'

import { usePayerWord } from '@/components/grant/use-payer-word'
import { CopyableCode } from '@/components/ui/code'
import type { TableColumn } from '@/components/ui/table-model'
import { WriteButton } from '@/components/write/write-button'

import type { GivenGrant } from './use-grants'

interface GrantColumns {
  /** The CEN instance the connection is attached to: its grant cannot be taken back. */
  attachedTo: string | undefined
  onRevoke: (grant: GivenGrant) => void
  onPayer: (grant: GivenGrant) => void
}

export function useGrantColumns(given: GrantColumns): TableColumn<GivenGrant>[] {
  const { attachedTo, onRevoke, onPayer } = given
  const t = useTranslations('grants')
  const payer = usePayerWord()
  return [
    {
      id: 'cen',
      header: t('columns.cen'),
      value: ({ cenId }) => cenId,
      cell: ({ cenId }) => <CopyableCode text={cenId} />,
    },
    {
      id: 'account',
      header: t('columns.cenOwner'),
      value: ({ cenOwnerId }) => cenOwnerId,
      cell: ({ cenOwnerId }) => <CopyableCode text={cenOwnerId} />,
    },
    { id: 'payer', header: t('columns.payer'), value: ({ orderType }) => payer(orderType) },
    {
      id: 'created',
      header: t('columns.created'),
      value: ({ createTime }) => createTime,
      moment: 'minute',
    },
    {
      id: 'actions',
      header: t('columns.actions'),
      actions: true,
      value: () => undefined,
      cell: (grant) => (
        <span className="inline-flex gap-4">
          {grant.orderType && (
            <WriteButton permission="grants.write" variant="link" onClick={() => onPayer(grant)}>
              {t('payer.open')}
            </WriteButton>
          )}
          <WriteButton
            permission="grants.revoke"
            variant="link"
            onClick={() => onRevoke(grant)}
            reason={grant.cenId === attachedTo ? t('revoke.attached') : undefined}
          >
            {t('revoke.open')}
          </WriteButton>
        </span>
      ),
    },
  ]
}
