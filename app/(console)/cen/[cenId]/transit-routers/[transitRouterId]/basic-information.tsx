'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { useRegionName } from '@/components/region/use-region-name'
import { State } from '@/components/resource/state'
import { EditableTags } from '@/components/resource/tags-editor'
import { useRouterAttachments } from '@/components/transit-router/use-router-attachments'
import { Code, CopyableCode } from '@/components/ui/code'
import { KeyValues } from '@/components/ui/key-values'
import { NameBesideId } from '@/components/ui/name-beside-id'
import { Skeleton } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { EditableText } from '@/components/write/editable-text'
import { VPN_ATTACHMENT_QUOTA } from '@/lib/attachments/quota'
import { cenView } from '@/lib/cen/queries'
import { routes } from '@/lib/navigation/routes'

import { changeDescription, changeName, saveTags } from './actions'

interface BasicInformationProps {
  cenId: string
  transitRouterId: string
}

export function BasicInformation({ cenId, transitRouterId }: BasicInformationProps) {
  const t = useTranslations('transitRouters')
  const regionName = useRegionName()
  const { data: cen } = useQuery(cenView(cenId))
  const { router, attachments } = useRouterAttachments({ cenId, transitRouterId })
  if (!router) return <Skeleton className="w-80" />
  const vpn = attachments?.filter(({ resourceType }) => resourceType === 'VPN').length
  const { type, regionId } = router
  const place = { cenId, regionId, transitRouterId }
  return (
    <KeyValues
      columns={2}
      items={[
        {
          label: t('fields.transitRouterName.label'),
          value: (
            <EditableText
              permission="transit-routers.write"
              label={t('fields.transitRouterName.label')}
              value={router.transitRouterName}
              save={(edit, nonce) => changeName({ ...place, ...edit }, nonce)}
            />
          ),
        },
        { label: t('basic.id'), value: <CopyableCode text={transitRouterId} /> },
        { label: t('columns.status'), value: <State kind="resource" of={router.status} /> },
        {
          label: t('columns.region'),
          value: (
            <>
              {regionName(router.regionId)} <Code className="text-muted">{router.regionId}</Code>
            </>
          ),
        },
        {
          label: t('columns.type'),
          value: type === 'Enterprise' || type === 'Basic' ? t(`types.${type}`) : type,
        },
        {
          label: t('basic.instance'),
          value: <NameBesideId name={cen?.name} id={cenId} href={routes.cen(cenId)} />,
        },
        {
          label: t('columns.cidrBlocks'),
          value: (
            <Code>{router.transitRouterCidrList.map(({ cidr }) => cidr).join(', ') || '-'}</Code>
          ),
        },
        {
          label: t('columns.vpn'),
          value: vpn !== undefined && t('ofQuota', { count: vpn, quota: VPN_ATTACHMENT_QUOTA }),
        },
        { label: t('basic.owner'), value: <CopyableCode text={router.aliUid} /> },
        { label: t('columns.created'), value: <Time at={router.creationTime} /> },
        {
          label: t('fields.transitRouterDescription.label'),
          value: (
            <EditableText
              permission="transit-routers.write"
              label={t('fields.transitRouterDescription.label')}
              value={router.transitRouterDescription}
              save={(edit, nonce) => changeDescription({ ...place, ...edit }, nonce)}
            />
          ),
        },
        {
          label: t('basic.tags'),
          value: (
            <EditableTags
              id={transitRouterId}
              tags={router.tags}
              save={(change) => saveTags({ ...place, ...change })}
            />
          ),
        },
      ]}
    />
  )
}
