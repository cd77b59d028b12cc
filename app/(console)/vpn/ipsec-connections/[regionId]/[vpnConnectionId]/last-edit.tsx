'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { UndoLast } from '@/components/operation/undo-last'
import { lastEditOf } from '@/lib/connection-edit/queries'
import type { SettingChange } from '@/lib/connection-edit/settings'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

import { undoEdit } from './actions'

/** The last edit of the connection within a day, and the way back. */
export function LastEdit({ connection }: { connection: IpsecConnection }) {
  const t = useTranslations('ipsecConnections.edit.last')
  const { regionId, vpnConnectionId } = connection
  const { data: last } = useQuery(lastEditOf({ regionId, vpnConnectionId }))
  const name = connection.name || vpnConnectionId
  return (
    <UndoLast<SettingChange>
      last={last}
      name={name}
      undo={(ids) => undoEdit({ ...ids, regionId, vpnConnectionId })}
      texts={{
        running: t('running'),
        done: t('done'),
        stopped: t('stopped'),
        title: t('confirm.title', { name }),
        body: t('confirm.body'),
        changed: (theirs) =>
          t('changed', {
            list: theirs.map(({ path, from, to }) => `${path}: ${from} → ${to}`).join('; '),
          }),
      }}
    />
  )
}
