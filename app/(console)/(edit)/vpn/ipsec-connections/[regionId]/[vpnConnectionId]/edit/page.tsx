import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'

import { Messages } from '@/components/messages/messages'
import { AfterRead } from '@/components/query/after-read'
import { PageHeader } from '@/components/shell/page-header'
import { Alert } from '@/components/ui/alert'
import { judgeEdit } from '@/lib/connection-edit/judge'
import { readEdit } from '@/lib/connection-edit/review'
import { unknownSettings, valuesOf } from '@/lib/connection-edit/values'
import { isNotFound } from '@/lib/failure/errors'
import { cloudLanguage } from '@/lib/i18n/locale'
import { routes } from '@/lib/navigation/routes'
import { currentAccess } from '@/lib/request/access'
import { titleOf } from '@/lib/request/document'
import { isConnectionId, isRegionId } from '@/lib/text/ids'

import { EditForm } from './form'

interface EditPageProps {
  params: Promise<{ regionId: string; vpnConnectionId: string }>
}

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  const { regionId, vpnConnectionId } = await params
  const t = await getTranslations('ipsecConnections.edit')
  const read = async () =>
    isRegionId(regionId) ? (await readOnce(regionId, vpnConnectionId))?.connection.name : undefined
  return { title: t('title', { name: await titleOf(read, vpnConnectionId) }) }
}

export default async function EditConnectionPage({ params }: EditPageProps) {
  const { regionId, vpnConnectionId } = await params
  if (!isRegionId(regionId) || !isConnectionId(vpnConnectionId)) notFound()
  const t = await getTranslations('ipsecConnections')
  const reading = readOnce(regionId, vpnConnectionId).catch(noneIfGone)
  return (
    <AfterRead reading={reading} title={t('edit.title', { name: vpnConnectionId })}>
      {({ connection, surroundings, addresses, settings }) => {
        const values = valuesOf(connection, addresses)
        const unknown = unknownSettings(values)
        const name = connection.name || vpnConnectionId
        return (
          <>
            <PageHeader
              crumbs={[
                { label: t('title'), href: routes.ipsecConnectionsOf(regionId) },
                { label: name, href: routes.ipsecConnection(regionId, vpnConnectionId) },
                { label: t('edit.crumb') },
              ]}
              title={<bdi>{t('edit.title', { name })}</bdi>}
              description={t('edit.about')}
            />
            {connection.attachType === 'VPNGW' ? (
              <Alert tone="warning" title={t('edit.foreign.title')}>
                {t('edit.foreign.body')}
              </Alert>
            ) : unknown.length > 0 ? (
              <Alert tone="warning" title={t('edit.unknown.title')}>
                {t('edit.unknown.body', { paths: unknown.join(', ') })}
              </Alert>
            ) : (
              <Messages
                of={['attachForm', 'ipsecConnections.edit', 'rules', 'operations', 'peerConfig']}
              >
                <EditForm
                  connection={connection}
                  surroundings={surroundings}
                  settings={settings}
                  defaultValues={values}
                  judgement={judgeEdit(values, surroundings)}
                />
              </Messages>
            )}
          </>
        )
      }}
    </AfterRead>
  )
}

/** Read once for the page and its title. */
const readOnce = cache(async (regionId: string, vpnConnectionId: string) =>
  readEdit(await currentAccess(), { regionId, vpnConnectionId }, cloudLanguage(await getLocale())),
)

const noneIfGone = (error: unknown) => {
  if (isNotFound(error)) return undefined
  throw error
}
