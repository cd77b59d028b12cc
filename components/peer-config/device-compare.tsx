'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useState } from 'react'

import { Badge } from '@/components/ui/badge'
import { Code, CodeBlock } from '@/components/ui/code'
import { TextArea } from '@/components/ui/input'
import { compareTunnel, readPasted, type Row, sideFor } from '@/lib/peer-config/compare/compare'
import { READABLE, type ReadableId } from '@/lib/peer-config/compare/readable'
import type { Side } from '@/lib/peer-config/compare/side'
import { placeOf } from '@/lib/peer-config/compare/where'
import type { Peer } from '@/lib/peer-config/peer'
import type { Tone } from '@/lib/states/tone'

/** Sets a pasted running configuration beside what the connection needs. The text stays in this component. */
export function DeviceCompare({ id, peer }: { id: ReadableId; peer: Peer }) {
  const t = useTranslations('peerConfig.compare')
  const label = useId()
  const [text, setText] = useState('')
  const [sides, setSides] = useState<readonly Side[]>([])
  useEffect(() => {
    let isLatest = true
    void readPasted(id, text).then((read) => {
      if (isLatest) setSides(read)
    })
    return () => {
      isLatest = false
    }
  }, [id, text])
  return (
    <div className="flex flex-col gap-3">
      <p className="text-hint text-faint">
        {t('note')} {t('command')}
      </p>
      <CodeBlock text={READABLE[id].commands.join('\n')} />
      <label htmlFor={label} className="sr-only">
        {t('paste')}
      </label>
      <TextArea
        id={label}
        mono
        rows={8}
        value={text}
        placeholder={t('paste')}
        autoComplete="off"
        onChange={({ target: { value } }) => setText(value)}
      />
      {text.trim() !== '' &&
        peer.tunnels.map((tunnel) => {
          const side = sideFor(sides, tunnel)
          return side ? (
            <Comparison
              key={tunnel.number}
              title={t('tunnel', { number: tunnel.number, name: side.name })}
              rows={compareTunnel(peer, tunnel, side)}
              place={(parameter) => placeOf(id, parameter)}
            />
          ) : (
            <p key={tunnel.number}>{t('none', { gateway: tunnel.gateway })}</p>
          )
        })}
    </div>
  )
}

const TONES: Record<Row['verdict'], Tone> = {
  same: 'ok',
  hiddenSame: 'neutral',
  unreadable: 'neutral',
  missing: 'warning',
  hidden: 'error',
  different: 'error',
}

interface ComparisonProps {
  title: string
  rows: Row[]
  place: (parameter: Row['parameter']) => string
}

function Comparison({ title, rows, place }: ComparisonProps) {
  const t = useTranslations('peerConfig.compare')
  const wrong = rows.filter(({ verdict }) => ['different', 'hidden', 'missing'].includes(verdict))
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-label font-semibold">{title}</h3>
      <output className="mb-2 block text-label">
        {t('counts', { wrong: wrong.length })}{' '}
        {wrong[0] && t('first', { parameter: t(`parameters.${wrong[0].parameter}`) })}
      </output>
      <div className="overflow-x-auto">
        <table className="w-full text-left text-label">
          <thead>
            <tr className="border-b border-line text-muted">
              {(['parameter', 'wanted', 'found', 'verdict', 'place'] as const).map((column) => (
                <th key={column} scope="col" className="py-1 pr-4 font-medium">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...wrong, ...rows.filter((row) => !wrong.includes(row))].map((row) => (
              <tr key={row.parameter} className="border-b border-line align-baseline">
                <th scope="row" className="py-1 pr-4 font-normal">
                  {t(`parameters.${row.parameter}`)}
                </th>
                <td className="py-1 pr-4">
                  <Value row={row} text={row.wanted} />
                </td>
                <td className="py-1 pr-4">
                  <Value row={row} text={row.found} />
                </td>
                <td className="py-1 pr-4">
                  <Badge tone={TONES[row.verdict]}>{t(row.verdict)}</Badge>
                </td>
                <td className="py-1 text-muted">
                  {wrong.includes(row) && <Code>{place(row.parameter)}</Code>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Value({ row: { parameter }, text }: { row: Row; text: string }) {
  const t = useTranslations('peerConfig.compare')
  if (parameter === 'psk') return <span className="text-faint">{t('secret')}</span>
  return text ? <Code>{text}</Code> : '–'
}
