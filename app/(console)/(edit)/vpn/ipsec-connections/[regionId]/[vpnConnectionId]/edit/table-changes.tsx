'use client'
import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/alert'
import type { TableChange } from '@/lib/connection-edit/prefixes'

/** Most lines that help before OK; the table itself shows all. */
const MOST = 50

/** Which prefixes lose their way, go another one or get one, by route table. */
export function TableChanges({ tables }: { tables: TableChange[] | undefined }) {
  const t = useTranslations('ipsecConnections.edit.review')
  if (!tables) return <Alert tone="warning">{t('tablesUnread')}</Alert>
  const changed = tables.filter(({ changes }) => changes.length > 0)
  return (
    <section className="flex flex-col gap-1.5 text-label">
      <h3 className="font-semibold">{t('tables')}</h3>
      {changed.length === 0 && <p className="text-muted">{t('noTables')}</p>}
      {changed.map(({ transitRouterRouteTableId, name, changes }) => (
        <div key={transitRouterRouteTableId}>
          <p className="text-muted">{t('inTable', { name })}</p>
          <ul className="list-disc pl-5">
            {changes.slice(0, MOST).map(({ prefix, outcome, partly }) => (
              <li key={prefix} className={outcome === 'lost' ? 'text-error' : ''}>
                {/* Routes back to an attachment itself are none here. */}
                {t(`outcome.${outcome as 'lost'}${partly ? 'Partly' : ''}`, { prefix })}
              </li>
            ))}
          </ul>
          {changes.length > MOST && <p className="text-muted">… {changes.length - MOST}</p>}
        </div>
      ))}
    </section>
  )
}
