'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useState, useSyncExternalStore } from 'react'

import { useOpenConnection } from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/open-connection'
import { Updated } from '@/components/query/updated'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { useDuration } from '@/components/ui/duration'
import { EmptyState } from '@/components/ui/empty-state'
import { RadioGroup } from '@/components/ui/radio-group'
import { Skeleton } from '@/components/ui/skeleton'
import { Table } from '@/components/ui/table'
import { useHydrated } from '@/components/ui/use-hydrated'
import { connectionHistory } from '@/lib/history/queries'

import { Timeline } from './timeline'
import { useChangeColumns } from './use-change-columns'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The lengths of time that can be shown, shortest first. */
const LENGTHS = {
  hour: HOUR,
  sixHours: 6 * HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  quarter: 90 * DAY,
}
type Length = keyof typeof LENGTHS
const lengths = Object.keys(LENGTHS) as Length[]

/** More rows than this are drawn only where they are in view. */
const LONG = 50

/** What changed on the connection and when: a picture, and the same as a table. */
export function ConnectionHistory() {
  const t = useTranslations('history')
  const { regionId, vpnConnectionId } = useOpenConnection()
  const label = useId()
  const duration = useDuration()
  const [length, setLength] = useState<Length>('day')
  /** How far the time ends before now. */
  const [back, setBack] = useState(0)
  const now = useMinute()
  // The server does not know the reader's moment.
  const here = useHydrated()
  const until = now - back
  const range = {
    from: new Date(until - LENGTHS[length]).toISOString(),
    until: new Date(until).toISOString(),
  }
  const query = useQuery({
    ...connectionHistory({ regionId, vpnConnectionId, ...range }),
    enabled: here,
  })
  const { data: history, error } = query
  const move = (steps: number) =>
    setBack((before) => Math.max(0, before - (steps * LENGTHS[length]) / 2))
  const zoom = (steps: number) => {
    const next = lengths[lengths.indexOf(length) + steps]
    if (next) setLength(next)
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') move(-1)
    if (key === 'ArrowRight') move(1)
    if (key === '+' || key === '=') zoom(-1)
    if (key === '-') zoom(1)
  }
  const columns = useChangeColumns(history)
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <span id={label} className="text-label text-muted">
          {t('length')}
        </span>
        <RadioGroup
          variant="segmented"
          labelledBy={label}
          value={length}
          choices={lengths.map((value) => ({ value, label: duration(LENGTHS[value] / 1000) }))}
          onChange={(value) => setLength(value as Length)}
        />
        <Button onClick={() => move(-1)}>{t('earlier')}</Button>
        <Button onClick={() => move(1)} disabled={back === 0}>
          {t('later')}
        </Button>
        <Button variant="link" onClick={() => setBack(0)} disabled={back === 0}>
          {t('now')}
        </Button>
      </div>
      {history && !history.isWatched && (
        <Alert tone="warning" title={t('unwatched.title')}>
          {t('unwatched.body')}
        </Alert>
      )}
      {/* Nothing stands below it that the picture would push away when it comes. */}
      {!history && !error && <Skeleton className="h-40" />}
      {history && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- arrows and + and - move through it
        <figure tabIndex={0} onKeyDown={onKeyDown} aria-label={t('picture')} className="min-w-0">
          <Timeline history={history} />
          <figcaption className="mt-1 text-hint text-faint">{t('keys')}</figcaption>
        </figure>
      )}
      {(history ?? error) && (
        <Table
          name="connection-history"
          label={t('title')}
          prefix="history"
          columns={columns}
          rows={history?.changes.toReversed()}
          rowId={({ id }) => String(id)}
          error={error}
          onRetry={() => void query.refetch()}
          long={(history?.changes.length ?? 0) > LONG}
          note={<Updated query={query} />}
          empty={<EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
        />
      )}
    </div>
  )
}

/** The end of the current minute: what is asked stays the same until then. */
function useMinute(): number {
  const read = () => Math.ceil(Date.now() / MINUTE) * MINUTE
  return useSyncExternalStore(eachMinute, read, read)
}

const eachMinute = (onChange: () => void) => {
  const timer = setInterval(onChange, MINUTE / 4)
  return () => clearInterval(timer)
}
