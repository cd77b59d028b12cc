'use client'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'

import { CopyButton } from '@/components/ui/copy-button'
import { Panel } from '@/components/ui/panel'
import type { PeerLine } from '@/lib/connection-form/peer'

import { useJudgement } from './judge-context'

/** What to configure on the device, live, to copy as text. The pre-shared key itself is not in it. */
export function PeerNeeds() {
  const t = useTranslations('attachForm')
  const { peer } = useJudgement()
  if (!peer) return null
  const read = ({ label, value }: PeerLine) => ({
    label: t(`peer.${label}`),
    value: value.map((piece) =>
      typeof piece === 'string' ? piece : t(`peer.${piece.key}`, piece.values),
    ),
    // Values are set in the monospace face, words are not.
    isWords: value.length === 1 && typeof value[0] === 'object',
  })
  const blocks = [
    ...peer.tunnels.map((lines, index) => ({
      title: peer.tunnels.length > 1 ? t('peer.tunnel', { number: index + 1 }) : '',
      lines: lines.map(read),
    })),
    { title: '', lines: peer.shared.map(read) },
  ]
  const asText = blocks
    .flatMap(({ title, lines }) => [
      ...(title ? [`[${title}]`] : []),
      ...lines.map(({ label, value }) => `${label}: ${value.join(' · ')}`),
    ])
    .join('\n')
  return (
    <Panel title={t('side.other')} actions={<CopyButton text={asText} what={t('side.copy')} />}>
      <div className="flex flex-col gap-3">
        {blocks.map(({ title, lines }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the blocks keep their order
          <div key={index}>
            {title && <h3 className="mb-1 text-label font-semibold">{title}</h3>}
            <dl className="flex flex-col gap-1.5">
              {lines.map(({ label, value, isWords }) => (
                <div key={label}>
                  <dt className="text-hint text-muted">{label}</dt>
                  <dd className={isWords ? 'text-label' : 'mono break-words'}>
                    {value.map((piece, at) => (
                      <Fragment key={piece}>
                        {at > 0 && ' · '}
                        {/* A line breaks between two of them, not within `86400 s`. */}
                        <span className="inline-block max-w-full">{piece}</span>
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </Panel>
  )
}
