import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { Messages } from '@/components/messages/messages'
import { PageHeader } from '@/components/shell/page-header'
import { Alert } from '@/components/ui/alert'
import { judgeEdit } from '@/lib/connection-edit/judge'
import { readEdit } from '@/lib/connection-edit/review'
import { unknownSettings, valuesOf } from '@/lib/connection-edit/values'
import { isNotFound } from '@/lib/failure/errors'
import { cloudLanguage } from '@/lib/i18n/locale'
import { routes } from '@/lib/navigation/routes'
import { currentAccess } from '@/lib/request/access'
import { isConnectionId, isRegionId } from '@/lib/text/ids'

import { EditForm } from './form'

interface EditPageProps {
  params: Promise<{ regionId: string; vpnConnectionId: string }>
}

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  const { vpnConnectionId } = await params
  const t = await getTranslations('ipsecConnections.edit')
  return { title: t('title', { name: vpnConnectionId }) }
}

export default async function EditConnectionPage({ params }: EditPageProps) {
  const { regionId, vpnConnectionId } = await params
  if (!isRegionId(regionId) || !isConnectionId(vpnConnectionId)) notFound()
  const t = await getTranslations('ipsecConnections')
  const language = cloudLanguage(await getLocale())
  const access = await currentAccess()
  const found = await readEdit(access, { regionId, vpnConnectionId }, language).catch(noneIfGone)
  if (!found) notFound()
  const { connection, surroundings, addresses, settings } = found
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
        <Messages of={['attachForm', 'ipsecConnections.edit', 'rules', 'operations', 'peerConfig']}>
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
}

const noneIfGone = (error: unknown) => {
  if (isNotFound(error)) return undefined
  throw error
}
