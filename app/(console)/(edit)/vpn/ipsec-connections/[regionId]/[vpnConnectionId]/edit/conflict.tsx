'use client'
import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { SettingChange } from '@/lib/connection-edit/settings'

import { ChangesTable } from './changes-table'

/** What somebody else changed since the form was opened, and the press that takes it in. */
export function Conflict({ theirs, onTake }: { theirs: SettingChange[]; onTake: () => void }) {
  const t = useTranslations('ipsecConnections.edit.conflict')
  return (
    <div className="mb-4">
      <Alert tone="error" title={t('title')}>
        <div className="flex flex-col items-start gap-3 pt-2">
          <ChangesTable changes={theirs} keys={[]} caption={t('title')} />
          <Button onClick={onTake}>{t('take')}</Button>
          <p className="text-hint">{t('note')}</p>
        </div>
      </Alert>
    </div>
  )
}
