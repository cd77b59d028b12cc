'use client'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useState } from 'react'

import { LogLines } from '@/components/diagnosis/log-lines'
import { type LogRange, LogRangeChoice } from '@/components/diagnosis/log-range'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { CopyButton } from '@/components/ui/copy-button'
import { ErrorState } from '@/components/ui/error-state'
import { Input } from '@/components/ui/input'
import { saveFile } from '@/components/ui/save-file'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
import { type LogLine, readLine } from '@/lib/diagnosis/log-line'
import type { VpnLogParams } from '@/lib/ipsec-connections/params'
import { vpnLog } from '@/lib/ipsec-connections/queries'

/** Milliseconds between two looks while the log is followed. */
const FOLLOW = 5000
/** Thousands of lines that are read by themselves. */
const MOST = 50

const LEVELS = ['all', 'warning', 'error'] as const
type Level = (typeof LEVELS)[number]

interface TunnelLogProps {
  subject: Pick<VpnLogParams, 'regionId' | 'vpnConnectionId' | 'tunnelId'>
  title: string
}

/** The log of a tunnel: a range of time, followed or not, filtered, explained line by line, to copy and to keep. */
export function TunnelLog({ subject, title }: TunnelLogProps) {
  const t = useTranslations('diagnosis.log')
  const id = useId()
  const [range, setRange] = useState<LogRange>({ minutePeriod: '10' })
  const [follows, setFollows] = useState(false)
  const [text, setText] = useState('')
  const [level, setLevel] = useState<Level>('all')
  const [explains, setExplains] = useState(false)
  const isLive = 'minutePeriod' in range
  const query = useInfiniteQuery({
    ...vpnLog({ ...subject, ...range }),
    placeholderData: keepPreviousData,
    refetchInterval: follows && isLive ? FOLLOW : false,
  })
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query
  const pages = data?.pages ?? []
  const goesOn = hasNextPage && pages.length < MOST
  useEffect(() => {
    if (goesOn && !isFetching && !isFetchNextPageError) void fetchNextPage()
  }, [goesOn, isFetching, isFetchNextPageError, fetchNextPage])

  const lines = pages.flatMap(linesOf)
  const wanted = text.trim().toLowerCase()
  const shown =
    wanted === '' && level === 'all'
      ? lines
      : lines.filter((line) => isOf(line, level) && line.text.toLowerCase().includes(wanted))
  const whole = () => shown.map((line) => line.text).join('\n')
  return (
    <Section title={title}>
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-end gap-3">
          <LogRangeChoice range={range} onRange={setRange} />
          <div className="w-40">
            <span id={`${id}-level`} className="mb-0.5 block text-hint text-muted">
              {t('level')}
            </span>
            <Select
              id={`${id}-level-choice`}
              labelledBy={`${id}-level`}
              value={level}
              options={LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))}
              onChange={(next) => setLevel(LEVELS.find((each) => each === next) ?? 'all')}
            />
          </div>
          <div className="min-w-40 flex-1">
            <label htmlFor={`${id}-text`} className="mb-0.5 block text-hint text-muted">
              {t('filter')}
            </label>
            <Input
              id={`${id}-text`}
              value={text}
              onChange={({ target: { value } }) => setText(value)}
            />
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-4 text-label">
          <Checkbox
            checked={follows && isLive}
            disabled={!isLive}
            onChange={() => setFollows(!follows)}
          >
            {t('follow')}
          </Checkbox>
          <Checkbox checked={explains} onChange={() => setExplains(!explains)}>
            {t('explain')}
          </Checkbox>
          <output className="text-muted">
            {t('counts', { shown: shown.length, all: lines.length })}
            {goesOn && ` ${t('reading')}`}
          </output>
          <span className="ml-auto flex items-center gap-2">
            <CopyButton text={whole} what={t('copyName')} />
            <Button variant="link" onClick={() => saveFile('tunnel.log', `${whole()}\n`)}>
              {t('download')}
            </Button>
          </span>
        </div>
        {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {data && !goesOn && hasNextPage && <p className="text-label">{t('more')}</p>}
        {pages.some(({ isCompleted }) => !isCompleted) && (
          <p className="text-label">{t('incomplete')}</p>
        )}
        {data && (
          <LogLines
            label={title}
            lines={shown}
            explains={explains}
            follows={follows && isLive}
            nothing={lines.length === 0 ? t('empty') : t('noMatch')}
          />
        )}
      </div>
    </Section>
  )
}

const isOf = (line: LogLine, level: Level): boolean =>
  level === 'all' || line.level === 'error' || (level === 'warning' && line.level === 'warning')

const known = new WeakMap<object, LogLine[]>()
/** The lines of an answer, taken apart once: the others come while these are shown. */
function linesOf(page: { logs: readonly string[] }): LogLine[] {
  const before = known.get(page)
  if (before) return before
  const lines = page.logs.map(readLine)
  known.set(page, lines)
  return lines
}
