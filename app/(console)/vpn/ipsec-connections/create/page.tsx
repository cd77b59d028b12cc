import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'

import { BillingItems } from '@/components/ipsec-connection/billing-items'
import { Messages } from '@/components/messages/messages'
import { PageHeader } from '@/components/shell/page-header'
import { judgeConnectionForm } from '@/lib/connection-form/judge'
import { readSurroundings } from '@/lib/connection-form/read-surroundings'
import { connectionFormDefaults } from '@/lib/connection-form/values'
import { cloudLanguage } from '@/lib/i18n/locale'
import { routes } from '@/lib/navigation/routes'
import { regionFrom } from '@/lib/regions/default'
import { currentAccess } from '@/lib/request/access'

import { ConnectionForm } from './form'

interface CreatePageProps {
  searchParams: Promise<{ region?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ipsecConnections.create'))('open') }
}

export default async function CreateConnectionPage({ searchParams }: CreatePageProps) {
  const t = await getTranslations('ipsecConnections')
  const regionId = regionFrom((await searchParams).region)
  const language = cloudLanguage(await getLocale())
  const surroundings = await readSurroundings(await currentAccess(), { regionId, language })
  const defaultValues = connectionFormDefaults(regionId)
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: routes.ipsecConnectionsOf(regionId) },
          { label: t('create.open') },
        ]}
        title={t('create.open')}
        description={t('create.about')}
      />
      <Messages of={['attachForm', 'ipsecConnections.create', 'rules', 'peerConfig']}>
        <ConnectionForm
          surroundings={surroundings}
          billing={<BillingItems />}
          defaultValues={defaultValues}
          judgement={judgeConnectionForm(defaultValues, surroundings)}
        />
      </Messages>
    </>
  )
}
