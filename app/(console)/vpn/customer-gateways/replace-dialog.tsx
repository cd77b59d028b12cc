'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/alert'
import { Checkbox } from '@/components/ui/choice'
import { useWordList } from '@/components/ui/use-word-list'
import { ConfirmWrite } from '@/components/write/confirm-write'
import { FailureAlert } from '@/components/write/failure-alert'
import type { CustomerGatewayFormValues } from '@/lib/customer-gateways/form'
import { answerOf } from '@/lib/failure/in-browser'
import {
  type GatewayUser,
  type ReplacementReview,
  stopsTraffic,
} from '@/lib/gateway-replacement/schema'
import type { ActionFailure } from '@/lib/request/result'

import { replaceGateway } from './replace-actions'

interface ReplaceDialogProps {
  review: ReplacementReview
  values: CustomerGatewayFormValues
  operationId: string
  onBegun: () => void
  /** It is not what was reviewed any more. */
  onChanged: (review: ReplacementReview) => void
  onClose: (refusal: ActionFailure | undefined) => void
}

/** What uses the gateway and what becomes of each, before anything is sent. */
export function ReplaceDialog(props: ReplaceDialogProps) {
  const { review, values, operationId, onBegun, onChanged, onClose } = props
  const t = useTranslations('customerGateways.replace')
  const list = useWordList()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<ActionFailure | undefined>()
  const [deletesOld, setDeletesOld] = useState(true)
  const { name, from, to, users, staying, customerGatewayId } = review
  const stops = stopsTraffic(review)
  const run = async () => {
    setPending(true)
    setFailure(undefined)
    const reviewed = users.map(({ vpnConnectionId }) => vpnConnectionId)
    const sent = {
      ...values,
      customerGatewayId,
      operationId,
      reviewed,
      deletesOld,
      confirmed: stops,
    }
    const result = await answerOf(() => replaceGateway(sent))
    setPending(false)
    if (!result.ok) setFailure(result)
    else if (result.value.kind === 'begun') onBegun()
    else onChanged(result.value.review)
  }
  const end = ({ ipAddress, asn }: ReplacementReview['from']) =>
    t('end', { address: ipAddress, asn: asn === undefined ? 'none' : String(asn) })
  return (
    <ConfirmWrite
      open
      width="large"
      title={<bdi>{t('review', { name })}</bdi>}
      confirmLabel={t('ok')}
      danger={stops}
      {...(stops && { typed: name })}
      pending={pending}
      error={failure && <FailureAlert failure={failure} />}
      onConfirm={() => void run()}
      onClose={() => onClose(failure)}
    >
      <p>{t('fromTo', { from: end(from), to: end(to) })}</p>
      <section className="flex flex-col gap-1.5 text-label">
        <h3 className="font-semibold">{t('users', { count: users.length })}</h3>
        {users.length > 0 && (
          <ol className="max-h-72 list-decimal overflow-y-auto pl-5">
            {users.map((user) => (
              <User key={user.vpnConnectionId} user={user} from={from} to={to} />
            ))}
          </ol>
        )}
      </section>
      {staying.length > 0 && <Alert tone="warning">{t('staying', { names: list(staying) })}</Alert>}
      {stops && <Alert tone="warning">{t('stops')}</Alert>}
      <p className="text-label text-muted">{t('steps')}</p>
      {staying.length === 0 && (
        <Checkbox checked={deletesOld} onChange={(event) => setDeletesOld(event.target.checked)}>
          {t('deletesOld')}
        </Checkbox>
      )}
    </ConfirmWrite>
  )
}

function User({
  user: { name, tunnels, fate, follows },
  from,
  to,
}: { user: GatewayUser } & Pick<ReplacementReview, 'from' | 'to'>) {
  const t = useTranslations('customerGateways.replace')
  const list = useWordList()
  const up = tunnels.filter((index) => fate.tunnels[index]?.isUp).length
  const which = fate.stops ? (fate.canGoOneAtATime ? 'inTurn' : 'stops') : 'quiet'
  const carriesOn = fate.tunnels.some(({ isUp }) => isUp) ? which : 'down'
  return (
    <li className="py-0.5">
      {t.rich('uses', {
        name: () => <bdi className="font-medium">{name}</bdi>,
        tunnels: list(tunnels.map((index) => String(index + 1))),
        of: fate.tunnels.length,
        up,
      })}{' '}
      {t(`fate.${carriesOn}`)}
      {follows.length > 0 &&
        from.ipAddress !== to.ipAddress &&
        ` ${t('follows', { from: from.ipAddress, to: to.ipAddress })}`}
    </li>
  )
}
