'use client'
import { useTranslations } from 'next-intl'

import { LightsRow } from '@/components/ipsec-connection/lights-row'
import { MadeBy } from '@/components/operation/made-by'
import { AttachmentStatus } from '@/components/operation/mark'
import { RemainingSteps } from '@/components/operation/remaining-steps'
import { useRegionName } from '@/components/region/use-region-name'
import { CopyableCode } from '@/components/ui/code'
import { KeyValues } from '@/components/ui/key-values'
import { NameBesideId } from '@/components/ui/name-beside-id'
import { Skeleton } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { useAddressState } from '@/components/ui/use-address-state'
import { EditableText } from '@/components/write/editable-text'
import { placeOf } from '@/lib/attachments/place'
import { routes } from '@/lib/navigation/routes'
import { operationOf } from '@/lib/tags/operation-tag'

import { changeDescription, changeName } from './actions'
import { DeleteAttachment } from './delete/dialog'
import { ForeignConnection } from './foreign-connection'
import { useOpenAttachment } from './open-attachment'
import { AssociatedTable } from './route-table/associated-table'
import { Propagations } from './routing/propagations'
import { RouteSynchronisation } from './routing/route-synchronisation'
import { useConnection, useIsForeign } from './use-connection'

/** Basic Information of an attachment, with what can be changed changed where it stands. */
export function Details() {
  const t = useTranslations('attachment')
  const { attachment, router } = useOpenAttachment()
  const read = useConnection()
  const { data: connection, isPending, isError } = read
  const isVpn = attachment.resourceType === 'VPN'
  const regionName = useRegionName()(router.regionId)
  const place = placeOf(attachment, router)
  const operationId = operationOf(attachment.tags)
  const addresses = connection?.tunnels.map(({ internetIp }) => internetIp).filter(Boolean) ?? []
  const foreign = useIsForeign()
  const [created, setCreated] = useAddressState('created')

  const name = isVpn ? (
    <EditableText
      permission="attachments.write"
      label={t('field.name')}
      value={attachment.transitRouterAttachmentName}
      save={(edit, nonce) => changeName({ ...place, ...edit }, nonce)}
    />
  ) : (
    <bdi>{attachment.transitRouterAttachmentName || '-'}</bdi>
  )
  const description = isVpn ? (
    <EditableText
      permission="attachments.write"
      label={t('field.description')}
      value={attachment.transitRouterAttachmentDescription}
      save={(edit, nonce) => changeDescription({ ...place, ...edit }, nonce)}
    />
  ) : (
    <bdi>{attachment.transitRouterAttachmentDescription || '-'}</bdi>
  )
  const resource = (
    <NameBesideId
      name={connection?.name}
      id={attachment.resourceId}
      href={routes.ipsecConnection(attachment.resourceRegionId, attachment.resourceId)}
    />
  )

  return (
    <div className="flex flex-col gap-5">
      {created === attachment.transitRouterAttachmentId && (
        <RemainingSteps
          // What another account's device is told is read there.
          connection={
            foreign
              ? undefined
              : { regionId: attachment.resourceRegionId, vpnConnectionId: attachment.resourceId }
          }
          onDismiss={() => setCreated(undefined)}
        />
      )}
      {isVpn && (foreign ? <ForeignConnection /> : <LightsRow connection={read} />)}
      <section>
        <h3 className="mb-2.5 text-section font-semibold">{t('basic')}</h3>
        <KeyValues
          items={[
            { label: t('field.name'), value: name },
            {
              label: t('field.id'),
              value: <CopyableCode text={attachment.transitRouterAttachmentId} />,
            },
            { label: t('field.description'), value: description },
            {
              label: t('field.status'),
              value: (
                <AttachmentStatus
                  attachmentId={attachment.transitRouterAttachmentId}
                  status={attachment.status}
                />
              ),
            },
            {
              label: t('field.transitRouter'),
              value: <NameBesideId name={router.transitRouterName} id={router.transitRouterId} />,
            },
            {
              label: t(isVpn ? 'field.ipsecConnection' : 'field.resource'),
              value: resource,
            },
            { label: t('field.associatedTable'), value: <AssociatedTable /> },
            { label: t('field.advertisesTo'), value: <Propagations /> },
            ...(isVpn
              ? [
                  { label: t('field.synchronisation'), value: <RouteSynchronisation /> },
                  {
                    label: t('field.gateway', { count: Math.max(addresses.length, 1) }),
                    value:
                      addresses.length > 0 ? (
                        <span className="flex flex-wrap gap-x-3">
                          {addresses.map((address) => (
                            <CopyableCode key={address} text={address} />
                          ))}
                        </span>
                      ) : foreign ? (
                        t('foreign.there')
                      ) : isError ? (
                        t('foreign.unread')
                      ) : isPending ? (
                        <Skeleton className="w-28" />
                      ) : undefined,
                  },
                ]
              : []),
            {
              label: t('field.region'),
              value: (
                <>
                  {regionName !== router.regionId && `${regionName} `}
                  <span className="mono text-muted">{router.regionId}</span>
                </>
              ),
            },
            {
              label: t('field.zone', { count: Math.max(attachment.zoneIds.length, 1) }),
              value:
                attachment.zoneIds.length > 0 ? (
                  <span className="mono">{attachment.zoneIds.join(', ')}</span>
                ) : undefined,
            },
            {
              label: t('field.owner'),
              value: foreign ? (
                <>
                  {t('owner.other')} <CopyableCode text={attachment.resourceOwnerId} />
                </>
              ) : (
                t('owner.current')
              ),
            },
            { label: t('field.chargeType'), value: wordOf(t, 'charge', attachment.chargeType) },
            { label: t('field.payer'), value: wordOf(t, 'payer', attachment.orderType) },
            { label: t('field.created'), value: <Time at={attachment.creationTime} /> },
            ...(operationId
              ? [{ label: t('field.madeBy'), value: <MadeBy operationId={operationId} /> }]
              : []),
          ]}
        />
      </section>
      {isVpn && <DeleteAttachment />}
    </div>
  )
}

/** The catalogue's word for a value of the cloud, or the value where it has none. */
function wordOf(
  t: ReturnType<typeof useTranslations<'attachment'>>,
  group: 'charge' | 'payer',
  value: string,
) {
  const key = `${group}.${value}` as 'charge.POSTPAY' // unknown values are caught by `has`
  return value !== '' && t.has(key) ? t(key) : value
}
