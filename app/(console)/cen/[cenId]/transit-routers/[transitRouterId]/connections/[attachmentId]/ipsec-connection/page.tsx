'use client'
import { useTranslations } from 'next-intl'

import { ForeignConnection } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/foreign-connection'
import {
  useConnection,
  useIsForeign,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/use-connection'
import { ConnectionSettings } from '@/components/ipsec-connection/settings'
import { CopyableCode } from '@/components/ui/code'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import { routes } from '@/lib/navigation/routes'

/** The settings of the IPsec connection behind the attachment. */
export default function IpsecConnectionTab() {
  const t = useTranslations('attachment.settings')
  const connection = useConnection()
  const { data, error } = connection
  const foreign = useIsForeign()
  if (foreign) return <ForeignConnection />
  if (error && !data) return <ErrorState error={error} onRetry={() => void connection.refetch()} />
  if (data)
    return (
      <ConnectionSettings
        connection={data}
        about={[
          {
            label: t('connection'),
            value: (
              <span className="flex flex-wrap items-center gap-x-2">
                <TextLink href={routes.ipsecConnection(data.regionId, data.vpnConnectionId)}>
                  <bdi>{data.name || data.vpnConnectionId}</bdi>
                </TextLink>
                <CopyableCode text={data.vpnConnectionId} />
                <TextLink href={routes.editIpsecConnection(data.regionId, data.vpnConnectionId)}>
                  {t('edit')}
                </TextLink>
              </span>
            ),
          },
          { label: t('created'), value: <Time at={data.createTime} /> },
        ]}
      />
    )
  return (
    <div className="flex flex-col gap-3">
      <Skeleton className="w-80" />
      <Skeleton className="w-64" />
      <Skeleton className="w-72" />
    </div>
  )
}
