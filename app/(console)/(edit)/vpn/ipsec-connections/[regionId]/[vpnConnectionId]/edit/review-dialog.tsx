'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

import { Alert } from '@/components/ui/alert'
import { RadioGroup } from '@/components/ui/radio-group'
import { ConfirmWrite } from '@/components/write/confirm-write'
import { FailureAlert } from '@/components/write/failure-alert'
import { needsName } from '@/lib/connection-edit/plan'
import type { Edit, Review } from '@/lib/connection-edit/review'
import { answerOf } from '@/lib/failure/in-browser'
import type { ActionFailure } from '@/lib/request/result'

import { begin } from './actions'
import { ChangesTable } from './changes-table'
import { TableChanges } from './table-changes'

interface ReviewDialogProps {
  review: Extract<Review, { kind: 'review' }>
  edit: Edit & { operationId: string }
  onBegun: () => void
  /** It is not what was reviewed any more. */
  onChanged: (review: Review) => void
  onClose: (refusal: ActionFailure | undefined) => void
}

/** What an edit changes and what it does to the traffic, before anything is sent. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { review, edit, onBegun, onChanged, onClose } = props
  const t = useTranslations('ipsecConnections.edit.review')
  const { changes, keys, fate, follows, name } = review
  const [oneAtATime, setOneAtATime] = useState(fate.canGoOneAtATime)
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<ActionFailure | undefined>()
  const isEmpty = changes.length === 0 && keys.length === 0
  const asksName = needsName(review, oneAtATime)
  const run = async () => {
    setPending(true)
    setFailure(undefined)
    const result = await answerOf(() => begin({ ...edit, oneAtATime, confirmed: asksName }))
    setPending(false)
    if (!result.ok) setFailure(result)
    else if (result.value.kind === 'begun') onBegun()
    else onChanged(result.value)
  }
  return (
    <ConfirmWrite
      open
      width="large"
      title={<bdi>{t('title', { name })}</bdi>}
      confirmLabel={t('ok')}
      danger={asksName}
      {...(asksName && { typed: name })}
      pending={pending}
      reason={isEmpty ? t('nothing') : undefined}
      error={failure && <FailureAlert failure={failure} />}
      onConfirm={() => void run()}
      onClose={() => onClose(failure)}
    >
      {isEmpty ? (
        <p>{t('nothing')}</p>
      ) : (
        <>
          <ChangesTable changes={changes} keys={keys} caption={t('changes')} />
          {follows.map(({ tunnel, from, to }) => (
            <p key={tunnel} className="text-label">
              {t('follows', {
                tunnel: fate.tunnels.length > 1 ? t('ofTunnel', { number: tunnel + 1 }) : '',
                from,
                to,
              })}
            </p>
          ))}
          <TrafficFate fate={fate} oneAtATime={oneAtATime} />
          {fate.canGoOneAtATime && <Order value={oneAtATime} onChange={setOneAtATime} />}
          <TableChanges tables={review.tables} />
        </>
      )}
    </ConfirmWrite>
  )
}

const words = { tunnel: 'Tunnel', session: 'Session', none: 'None' } as const

function TrafficFate({
  fate,
  oneAtATime,
}: Pick<ReviewDialogProps['review'], 'fate'> & { oneAtATime: boolean }) {
  const t = useTranslations('ipsecConnections.edit.review')
  const { tunnels, stops } = fate
  const carries = tunnels.some(({ isUp }) => isUp)
  const touches = tunnels.some(({ isUp, interruption }) => isUp && interruption)
  return (
    <section className="flex flex-col gap-1.5 text-label">
      <h3 className="font-semibold">{t('traffic')}</h3>
      <ul className="list-disc pl-5">
        {tunnels.map(({ isUp, interruption }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the tunnels keep their order
          <li key={index}>
            {t(`fate.${isUp ? 'up' : 'down'}${words[interruption ?? 'none']}`, {
              name: tunnels.length > 1 ? t('tunnel', { number: index + 1 }) : t('theTunnel'),
            })}
          </li>
        ))}
      </ul>
      {stops && !oneAtATime && <Alert tone="warning">{t('stops')}</Alert>}
      {carries && touches && (!stops || oneAtATime) && <Alert tone="ok">{t('carries')}</Alert>}
    </section>
  )
}

function Order({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  const t = useTranslations('ipsecConnections.edit.review')
  const id = useId()
  return (
    <section className="flex flex-col gap-1.5 text-label">
      <h3 id={id} className="font-semibold">
        {t('order')}
      </h3>
      <RadioGroup
        labelledBy={id}
        value={value ? 'oneAtATime' : 'together'}
        choices={(['oneAtATime', 'together'] as const).map((order) => ({
          value: order,
          label: t(order),
        }))}
        onChange={(order) => onChange(order === 'oneAtATime')}
      />
    </section>
  )
}
