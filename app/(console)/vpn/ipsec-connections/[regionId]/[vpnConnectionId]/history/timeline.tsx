'use client'
import { useTranslations } from 'next-intl'

import { useStateWord } from '@/components/resource/state'
import { usePrintTime } from '@/components/ui/time'
import type { History } from '@/lib/history/schema'
import { type Lane, lanesOf, madeBy } from '@/lib/history/timeline'

import { useLightName } from './use-light-name'

const WIDTH = 1000
const LANE = 26
const TOP = 22
const LABEL = 150

const colours: Record<string, string> = {
  up: 'fill-ok',
  attached: 'fill-ok',
  down: 'fill-error',
  unattached: 'fill-control',
}

/** The lights of a connection on one axis, with our operations and the changes of others. The table says the same. */
export function Timeline({ history }: { history: History }) {
  const t = useTranslations('history')
  const print = usePrintTime()
  const kinds = useTranslations('operations.kind')
  const nameOf = useLightName()
  const lanes = lanesOf(history)
  const [from, until] = [Date.parse(history.from), Date.parse(history.until)]
  const x = (at: number) =>
    LABEL + ((Math.min(Math.max(at, from), until) - from) / (until - from)) * (WIDTH - LABEL)
  const marks = [
    ...history.operations.map(({ operationId, startedAt, kind }) => ({
      key: operationId,
      at: Date.parse(startedAt),
      words: t('mark.own', { kind: kinds(kind as 'attach'), time: print(startedAt) }),
      colour: 'fill-brand',
    })),
    ...history.changes
      .filter((change) => madeBy(change, history) === 'others')
      .map(({ id, at }) => ({
        key: String(id),
        at: Date.parse(at),
        words: t('mark.others', { time: print(at) }),
        colour: 'fill-warning',
      })),
  ]
  const height = TOP + (lanes.length + 1) * LANE
  const missed = history.changes.filter(({ what }) => what === 'unseen')
  return (
    <svg
      role="img"
      aria-label={t('summary', { count: history.changes.length })}
      viewBox={`0 0 ${WIDTH} ${height}`}
      className="w-full rounded-card border border-line bg-surface text-hint"
    >
      {[0, 0.25, 0.5, 0.75, 1].map((part) => {
        const at = from + part * (until - from)
        return (
          <g key={part}>
            <line x1={x(at)} x2={x(at)} y1={TOP} y2={height} className="stroke-line" />
            <text
              x={x(at)}
              y={14}
              textAnchor={part === 1 ? 'end' : part === 0 ? 'start' : 'middle'}
              className="fill-muted text-[11px]"
            >
              {print(at).replace(/ UTC\S*$/, '')}
            </text>
          </g>
        )
      })}
      {lanes.map((lane, index) => (
        <LaneRow
          key={lane.light}
          lane={lane}
          y={TOP + index * LANE}
          x={x}
          name={nameOf(lane.light)}
        />
      ))}
      <text x={8} y={TOP + lanes.length * LANE + 17} className="fill-ink text-[12px]">
        {t('marks')}
      </text>
      {marks.map(({ key, at, words, colour }) => (
        <path
          key={key}
          d={`M ${x(at)} ${TOP + lanes.length * LANE + 6} l 6 7 l -6 7 l -6 -7 z`}
          className={colour}
        >
          <title>{words}</title>
        </path>
      ))}
      {missed.map(({ id, after, at }) => (
        <rect
          key={id}
          x={x(Date.parse(after))}
          y={TOP}
          width={Math.max(1, x(Date.parse(at)) - x(Date.parse(after)))}
          height={lanes.length * LANE}
          className="fill-surface opacity-70"
        >
          <title>{t('what.unseen')}</title>
        </rect>
      ))}
    </svg>
  )
}

interface LaneRowProps {
  lane: Lane
  name: string
  y: number
  x: (at: number) => number
}

function LaneRow({ lane, name, y, x }: LaneRowProps) {
  const t = useTranslations('history')
  const print = usePrintTime()
  const word = useStateWord()
  return (
    <g>
      <text x={8} y={y + 17} className="fill-ink text-[12px]">
        {name}
      </text>
      {lane.spans.map(({ from, until, state }) => (
        <rect
          key={from}
          x={x(from)}
          y={y + (state === 'down' ? 4 : 9)}
          width={Math.max(1, x(until) - x(from))}
          // What is down stands out by its height too, not by its colour alone.
          height={state === 'down' ? 18 : 8}
          className={colours[state] ?? 'fill-line'}
        >
          <title>
            {t('span', {
              name,
              state: word('seen', state || 'off'),
              from: print(from),
              until: print(until),
            })}
          </title>
        </rect>
      ))}
    </g>
  )
}
