'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { State } from '@/components/resource/state'
import { Button } from '@/components/ui/button'
import { usePrintTime } from '@/components/ui/time'
import { auditChain } from '@/lib/audit/queries'

interface ChainProps {
  /** How many lines have come since those that are shown. */
  fresh: number
  onFresh: () => void
}

/** Checks on request that no line was changed or removed since it was written; and tells of new ones. */
export function Chain({ fresh, onFresh }: ChainProps) {
  const t = useTranslations('audit.chain')
  const print = usePrintTime()
  const { data, error, isFetching, refetch } = useQuery(auditChain())
  return (
    <p className="mb-3 flex flex-wrap items-center gap-3">
      <Button pending={isFetching} onClick={() => void refetch()}>
        {t('check')}
      </Button>
      <output>
        {isFetching ? null : error ? (
          <State kind="chain" of="unread" />
        ) : data?.isBeginForged ? (
          <State kind="chain" of="beginForged" />
        ) : data?.brokenAt !== undefined ? (
          <State kind="chain" of="broken" values={{ id: data.brokenAt, lines: data.lines }} />
        ) : data?.keptId !== undefined ? (
          <State kind="chain" of="cut" values={{ last: data.cutFrom ?? 0, kept: data.keptId }} />
        ) : data?.isEndForged ? (
          <State kind="chain" of="forged" values={{ lines: data.lines }} />
        ) : (
          data && <State kind="chain" of="intact" values={{ lines: data.lines }} />
        )}
        {!isFetching && data?.beginsAfter && (
          <span className="mt-1 block text-hint text-muted">
            {t('begins', {
              lines: data.beginsAfter.lines,
              until: print(data.beginsAfter.until),
            })}
          </span>
        )}
      </output>
      <output>
        {fresh > 0 && (
          <Button variant="link" onClick={onFresh}>
            {t('fresh', { count: fresh })}
          </Button>
        )}
      </output>
    </p>
  )
}
