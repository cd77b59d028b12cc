'use client'
import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/button'
import type { TableColumn } from '@/components/ui/table-model'
import { EditableText } from '@/components/write/editable-text'
import type { OwnFactor } from '@/lib/people/schema'

import { renamePasskey } from './actions'

/** `last`: why the only one stays, of whom an administrator asks for it. */
export function useFactorColumns(
  last: string | undefined,
  remove: (factor: OwnFactor) => void,
): TableColumn<OwnFactor>[] {
  const t = useTranslations('account.factors')
  return [
    {
      id: 'kind',
      header: t('columns.kind'),
      value: ({ kind }) => t(`kinds.${kind}`),
      cell: ({ kind }) => <span className="whitespace-nowrap">{t(`kinds.${kind}`)}</span>,
    },
    {
      id: 'name',
      header: t('columns.name'),
      value: ({ passkey }) => passkey?.name,
      cell: ({ passkey }) =>
        passkey && (
          <EditableText
            permission="own-factors.write"
            label={t('columns.name')}
            value={passkey.name}
            save={({ value }, nonce) =>
              renamePasskey({ passkeyId: passkey.passkeyId, value }, nonce)
            }
          />
        ),
    },
    { id: 'host', header: t('columns.host'), value: ({ passkey }) => passkey?.host },
    {
      id: 'created',
      header: t('columns.created'),
      value: ({ createdAt }) => createdAt,
      moment: 'minute',
    },
    { id: 'used', header: t('columns.used'), value: ({ usedAt }) => usedAt, moment: 'minute' },
    {
      id: 'actions',
      header: t('columns.actions'),
      actions: true,
      value: () => undefined,
      cell: (factor) => (
        <Button variant="link" reason={last} onClick={() => remove(factor)}>
          {t('remove.open')}
        </Button>
      ),
    },
  ]
}
