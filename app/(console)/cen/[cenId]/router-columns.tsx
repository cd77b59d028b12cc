'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { useRegionName } from '@/components/region/use-region-name'
import { type Count, CountCell, countValue } from '@/components/resource/count-cell'
import { useStatusColumn } from '@/components/resource/state'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { NameAndId } from '@/components/ui/name-and-id'
import type { TableColumn } from '@/components/ui/table-model'
import { TextLink } from '@/components/ui/text-link'
import { useRefusal } from '@/components/write/account-context'
import { VPN_ATTACHMENT_QUOTA } from '@/lib/attachments/quota'
import { routes } from '@/lib/navigation/routes'
import { takesChanges } from '@/lib/query/polling'
import { attachesIn } from '@/lib/regions/attachable'
import type { TransitRouter } from '@/lib/transit-routers/schema'

export interface RouterRow extends TransitRouter {
  /** VPN attachments. */
  vpnCount: Count
}

export function useRouterColumns(): TableColumn<RouterRow>[] {
  const t = useTranslations('transitRouters')
  const statusColumn = useStatusColumn()
  const regionName = useRegionName()
  return useMemo(
    () => [
      {
        id: 'region',
        header: t('columns.region'),
        value: ({ regionId }) => `${regionName(regionId)} ${regionId}`,
        cell: ({ regionId }) => (
          <>
            <div>{regionName(regionId)}</div>
            <Code className="text-muted">{regionId}</Code>
          </>
        ),
      },
      {
        id: 'name',
        header: t('columns.name'),
        value: (router) => `${router.transitRouterName} ${router.transitRouterId}`.trim(),
        cell: ({ cenId, transitRouterName, transitRouterId }) => (
          <NameAndId
            name={transitRouterName}
            id={transitRouterId}
            href={routes.transitRouter(cenId, transitRouterId)}
          />
        ),
      },
      statusColumn(t('columns.status'), ({ status }) => status),
      {
        id: 'type',
        header: t('columns.type'),
        value: ({ type }) =>
          type === 'Enterprise' || type === 'Basic' ? t(`types.${type}`) : type,
      },
      {
        id: 'cidrBlocks',
        header: t('columns.cidrBlocks'),
        value: ({ transitRouterCidrList }) =>
          transitRouterCidrList.map(({ cidr }) => cidr).join(', '),
        mono: true,
      },
      {
        id: 'vpn',
        header: t('columns.vpn'),
        value: ({ vpnCount }) => countValue(vpnCount),
        cell: ({ cenId, transitRouterId, vpnCount }) => (
          <CountCell of={vpnCount}>
            <TextLink href={routes.connections(cenId, transitRouterId)}>
              {t('ofQuota', { count: countValue(vpnCount) ?? 0, quota: VPN_ATTACHMENT_QUOTA })}
            </TextLink>
          </CountCell>
        ),
      },
      {
        id: 'created',
        header: t('columns.created'),
        value: ({ creationTime }) => creationTime,
        moment: 'minute',
        hidden: true,
      },
      {
        id: 'actions',
        header: t('columns.actions'),
        actions: true,
        value: () => undefined,
        cell: (router) => <CreateConnection {...router} />,
      },
    ],
    [t, statusColumn, regionName],
  )
}

/** Leads to the form; where the router takes no connection it says why. */
function CreateConnection({ cenId, regionId, transitRouterId, type, status }: RouterRow) {
  const t = useTranslations('transitRouters.createConnection')
  const refusal = useRefusal('attachments.write')
  const reason =
    refusal ??
    (type !== 'Enterprise' ? t('basic') : takesChanges(status) ? undefined : t('notActive'))
  return reason ? (
    <Button variant="link" reason={reason}>
      {t('open')}
    </Button>
  ) : (
    <>
      <TextLink href={routes.createConnection(cenId, transitRouterId)} className="font-medium">
        {t('open')}
      </TextLink>
      {!attachesIn(regionId) && <p className="text-hint text-warning">{t('region')}</p>}
    </>
  )
}
