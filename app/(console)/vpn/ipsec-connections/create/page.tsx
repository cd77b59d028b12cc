import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'

import { BillingItems } from '@/components/ipsec-connection/billing-items'
import { Messages } from '@/components/messages/messages'
import { AfterRead } from '@/components/query/after-read'
import { PageHeader } from '@/components/shell/page-header'
import { cloneOf } from '@/lib/connection-edit/clone'
import { judgeConnectionForm } from '@/lib/connection-form/judge'
import { readSurroundings } from '@/lib/connection-form/read-surroundings'
import { connectionFormDefaults } from '@/lib/connection-form/values'
import { isNotFound } from '@/lib/failure/errors'
import { cloudLanguage } from '@/lib/i18n/locale'
import { describeIpsecConnection } from '@/lib/ipsec-connections/cloud'
import { routes } from '@/lib/navigation/routes'
import { env } from '@/lib/process/env'
import { presetTunnelMode } from '@/lib/process/environment'
import { regionFrom } from '@/lib/regions/default'
import { currentAccess } from '@/lib/request/access'
import { isConnectionId } from '@/lib/text/ids'

import { ConnectionForm } from './form'

interface CreatePageProps {
  /** `from`: a connection whose settings it starts with. */
  searchParams: Promise<{ region?: string | string[]; from?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ipsecConnections.create'))('open') }
}

export default async function CreateConnectionPage({ searchParams }: CreatePageProps) {
  const { region, from } = await searchParams
  const regionId = regionFrom(region)
  const language = cloudLanguage(await getLocale())
  const access = await currentAccess()
  const reading = Promise.all([
    readSurroundings(access, { regionId, language }),
    typeof from === 'string' && isConnectionId(from)
      ? describeIpsecConnection(access, { regionId, vpnConnectionId: from }).catch(noneIfGone)
      : undefined,
  ])
  return (
    <AfterRead reading={reading}>
      {([surroundings, original]) => {
        const defaultValues = original
          ? cloneOf(original, surroundings)
          : connectionFormDefaults(regionId, presetTunnelMode(env))
        return (
          <>
            <Header regionId={regionId} />
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
      }}
    </AfterRead>
  )
}

function Header({ regionId }: { regionId: string }) {
  const t = useTranslations('ipsecConnections')
  return (
    <PageHeader
      crumbs={[
        { label: t('title'), href: routes.ipsecConnectionsOf(regionId) },
        { label: t('create.open') },
      ]}
      title={t('create.open')}
      description={t('create.about')}
    />
  )
}

const noneIfGone = (error: unknown) => {
  if (isNotFound(error)) return undefined
  throw error
}
