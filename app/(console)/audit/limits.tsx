'use client'
import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { usePrintTime } from '@/components/ui/time'
import { useTableState } from '@/components/ui/use-table-state'
import type { AuditPage } from '@/lib/audit/schema'

import { usePeriod } from './use-search'

/** How far a search has looked: the audit may be longer than one reading goes through. */
export function Limits({ lookedTo }: { lookedTo: AuditPage['lookedTo'] | undefined }) {
  const t = useTranslations('audit')
  const print = usePrintTime()
  const { after, change } = usePeriod()
  const { state } = useTableState('', [])
  const isLater = state.sort?.descending === false
  const [from] = after.split(' ')
  return (
    <>
      {from && (
        <p className="mb-3 flex flex-wrap items-center gap-3 text-muted">
          {t('onFrom', { at: print(from, 'second') })}
          <Button variant="link" onClick={() => change('after', '')}>
            {t('fromStart')}
          </Button>
        </p>
      )}
      {lookedTo && (
        <div className="mb-3">
          <Alert
            tone="info"
            actions={
              <Button variant="link" onClick={() => change('after', lookedTo.next)}>
                {t('lookOn')}
              </Button>
            }
          >
            {t(isLater ? 'lookedToLater' : 'lookedTo', { at: print(lookedTo.at, 'second') })}
          </Alert>
        </div>
      )}
    </>
  )
}
