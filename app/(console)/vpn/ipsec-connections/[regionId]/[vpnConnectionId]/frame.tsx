'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { notFound } from 'next/navigation'
import { type ReactNode, useState } from 'react'

import { AttachStatus } from '@/app/(console)/vpn/ipsec-connections/attach-state'
import { LightsRow } from '@/components/ipsec-connection/lights-row'
import { Updated } from '@/components/query/updated'
import { StatusChanges } from '@/components/resource/status-changes'
import { PageHeader } from '@/components/shell/page-header'
import { CopyableCode } from '@/components/ui/code'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { ButtonLink } from '@/components/ui/text-link'
import { WriteLink } from '@/components/write/write-button'
import { hasNoPage } from '@/lib/failure/not-found'
import { ipsecConnectionView } from '@/lib/ipsec-connections/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'
import { pollByStatus } from '@/lib/query/polling'
import { withoutOperation } from '@/lib/tags/operation-tag'

import { Attach } from './attach'
import { DeleteConnection } from './delete-connection'
import { LastEdit } from './last-edit'
import { OpenConnectionProvider } from './open-connection'
import { Renegotiate } from './renegotiate'

interface ConnectionFrameProps {
  regionId: string
  vpnConnectionId: string
  /** The open tab. */
  children: ReactNode
}

/** A connection with its state and its tabs, or why there is none. */
export function ConnectionFrame({ regionId, vpnConnectionId, children }: ConnectionFrameProps) {
  const t = useTranslations('ipsecConnections')
  const [seen, setSeen] = useState(false)
  const query = useQuery({
    ...ipsecConnectionView({ regionId, vpnConnectionId }),
    refetchInterval: pollByStatus((connection: IpsecConnection) => [connection.state]),
  })
  const { data: connection, error } = query
  if (connection && !seen) setSeen(true)
  const isGone = hasNoPage(error)
  if (isGone && !seen) notFound()
  const list = routes.ipsecConnectionsOf(regionId)
  const tab = (name: 'diagnosis' | 'device' | 'routes' | 'history' | 'tags' | 'grants') =>
    routes.ipsecConnectionTab(regionId, vpnConnectionId, name)
  const name = connection?.name || vpnConnectionId
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: list },
          { label: name, mono: !connection?.name },
        ]}
        title={<bdi>{name}</bdi>}
        description={
          <span className="flex flex-wrap items-center gap-x-3">
            {connection ? (
              <AttachStatus connection={connection} />
            ) : (
              !error && <Skeleton className="w-20" />
            )}
            <CopyableCode text={vpnConnectionId} />
            <Updated query={query} />
          </span>
        }
        actions={
          connection &&
          !isGone && (
            <>
              <Attach connection={connection} />
              {connection.attachType !== 'VPNGW' && (
                <>
                  <WriteLink
                    permission="ipsec-connections.edit"
                    href={routes.editIpsecConnection(regionId, vpnConnectionId)}
                  >
                    {t('edit.open')}
                  </WriteLink>
                  <WriteLink
                    permission="ipsec-connections.write"
                    href={routes.cloneIpsecConnection(regionId, vpnConnectionId)}
                  >
                    {t('clone.open')}
                  </WriteLink>
                  <Renegotiate connection={connection} />
                </>
              )}
              <DeleteConnection connection={connection} />
            </>
          )
        }
      />
      {isGone ? (
        <EmptyState
          title={t('gone.title')}
          action={<ButtonLink href={list}>{t('gone.back')}</ButtonLink>}
        >
          {t('gone.body')}
        </EmptyState>
      ) : (
        <>
          {error && <ErrorState error={error} onRetry={() => void query.refetch()} />}
          {connection && <LastEdit connection={connection} />}
          {(connection || !error) && <LightsRow connection={query} />}
          <div className="mt-4 mb-4">
            <Tabs
              label={t('tabs.label')}
              tabs={[
                {
                  href: routes.ipsecConnection(regionId, vpnConnectionId),
                  label: t('tabs.details'),
                },
                { href: tab('diagnosis'), label: t('tabs.diagnosis') },
                { href: tab('device'), label: t('tabs.device') },
                { href: tab('routes'), label: t('tabs.routes') },
                { href: tab('history'), label: t('tabs.history') },
                { href: tab('grants'), label: t('tabs.grants') },
                {
                  href: tab('tags'),
                  label: t('tabs.tags'),
                  count: connection && withoutOperation(connection.tags).length,
                },
              ]}
            />
          </div>
          {connection && (
            <OpenConnectionProvider value={connection}>{children}</OpenConnectionProvider>
          )}
        </>
      )}
      {connection && (
        <StatusChanges
          of={[{ id: vpnConnectionId, name: connection.name, status: connection.state }]}
        />
      )}
    </>
  )
}
