'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { notFound } from 'next/navigation'

import { State } from '@/components/resource/state'
import { EditableTags } from '@/components/resource/tags-editor'
import { PageHeader } from '@/components/shell/page-header'
import { CopyableCode } from '@/components/ui/code'
import { ErrorState } from '@/components/ui/error-state'
import { KeyValues } from '@/components/ui/key-values'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { Time } from '@/components/ui/time'
import { EditableText } from '@/components/write/editable-text'
import { cenView } from '@/lib/cen/queries'
import type { Cen } from '@/lib/cen/schema'
import { grantToCenList } from '@/lib/grants/queries'
import { routes } from '@/lib/navigation/routes'
import { pollByStatus } from '@/lib/query/polling'
import { transitRouterList } from '@/lib/transit-routers/queries'

import { changeDescription, changeName, saveTags } from './actions'

/** The instance and its basic settings, over the tab of its transit routers. */
export function InstanceHeader({ cenId }: { cenId: string }) {
  const t = useTranslations('cen')
  const granted = useTranslations('grants.received')
  const {
    data: cen,
    error,
    isSuccess,
    refetch,
  } = useQuery({
    ...cenView(cenId),
    refetchInterval: pollByStatus((cens: Cen[]) => cens.map(({ status }) => status)),
  })
  const { data: routers } = useQuery(transitRouterList({ cenId }))
  const { data: grants } = useQuery(grantToCenList({ cenId }))
  if (isSuccess && !cen) notFound()
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: routes.instances() },
          { label: cen?.name || cenId, mono: !cen?.name },
        ]}
        title={<bdi>{cen?.name || cenId}</bdi>}
        description={
          <span className="flex flex-wrap items-center gap-x-2">
            {cen ? (
              <State kind="resource" of={cen.status} />
            ) : (
              !error && <Skeleton className="w-16" />
            )}
            <CopyableCode text={cenId} />
          </span>
        }
      />
      {error && !cen && <ErrorState error={error} onRetry={() => void refetch()} />}
      {(cen || !error) && (
        <Panel title={t('basic.title')} className="mb-5">
          <KeyValues
            columns={2}
            items={[
              {
                label: t('fields.name.label'),
                value: cen && (
                  <EditableText
                    permission="cen.write"
                    label={t('fields.name.label')}
                    value={cen.name}
                    save={(edit, nonce) => changeName({ cenId, ...edit }, nonce)}
                  />
                ),
              },
              { label: t('columns.created'), value: <Time at={cen?.creationTime} /> },
              {
                label: t('fields.description.label'),
                value: cen && (
                  <EditableText
                    permission="cen.write"
                    label={t('fields.description.label')}
                    value={cen.description}
                    save={(edit, nonce) => changeDescription({ cenId, ...edit }, nonce)}
                  />
                ),
              },
              {
                label: t('columns.tags'),
                value: cen && (
                  <EditableTags
                    id={cenId}
                    tags={cen.tags}
                    save={(change) => saveTags({ cenId, ...change })}
                  />
                ),
              },
            ]}
          />
        </Panel>
      )}
      <div className="mb-3">
        <Tabs
          label={t('basic.title')}
          tabs={[
            { href: routes.cen(cenId), label: t('basic.routers'), count: routers?.length },
            { href: routes.cenGrants(cenId), label: granted('tab'), count: grants?.length },
          ]}
        />
      </div>
    </>
  )
}
