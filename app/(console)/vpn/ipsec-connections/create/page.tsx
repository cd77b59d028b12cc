import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'

import { BillingItems } from '@/components/ipsec-connection/billing-items'
import { Messages } from '@/components/messages/messages'
import { AfterRead } from '@/components/query/after-read'
import { PageHeader } from '@/components/shell/page-header'
import { cloneOf } from '@/lib/connection-edit/clone'
import { judgeConnectionForm } from '@/lib/connection-form/judge'
import { readChoices, readGateways, withGateways } from '@/lib/connection-form/read-surroundings'
import { connectionFormDefaults } from '@/lib/connection-form/values'
import { CloudError, isNotFound } from '@/lib/failure/errors'
import { cloudLanguage } from '@/lib/i18n/locale'
import { describeIpsecConnection, listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import type { ConnectionParams } from '@/lib/ipsec-connections/params'
import { routes } from '@/lib/navigation/routes'
import { env } from '@/lib/process/env'
import { presetTunnelMode } from '@/lib/process/environment'
import { regionFrom } from '@/lib/regions/default'
import type { CloudLanguage } from '@/lib/regions/schema'
import { type Access, currentAccess } from '@/lib/request/access'
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
  const access = await currentAccess()
  const regionId = regionFrom(region, access.person?.limits)
  const language = cloudLanguage(await getLocale())
  const reading =
    typeof from === 'string' && isConnectionId(from)
      ? readClone(access, { regionId, vpnConnectionId: from }, language)
      : readNew(access, { regionId, language })
  return (
    <AfterRead reading={reading} title={(await getTranslations('ipsecConnections.create'))('open')}>
      {({ surroundings, defaultValues }) => {
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

async function readNew(access: Access, where: { regionId: string; language: CloudLanguage }) {
  const defaultValues = connectionFormDefaults(where.regionId, presetTunnelMode(env))
  return { surroundings: await readChoices(access, where), defaultValues }
}

/** The settings of a connection that exists; a free name and free blocks for its copy are found among all others. */
async function readClone(access: Access, params: ConnectionParams, language: CloudLanguage) {
  const { regionId } = params
  const original = await describeIpsecConnection(access, params).catch(noneIfGone)
  if (!original) return readNew(access, { regionId, language })
  const named = original.tunnels.map(({ customerGatewayId }) => customerGatewayId)
  const [choices, own, others] = await Promise.all([
    readChoices(access, { regionId, language }),
    readGateways(access, regionId, named).catch(orWithout({ customerGateways: [], gone: [] })),
    listIpsecConnections(access, { regionId }).catch(orWithout([])),
  ])
  const surroundings = withGateways(choices, own)
  return { surroundings, defaultValues: cloneOf(original, surroundings, others) }
}

/** What the proposal can do without. */
const orWithout =
  <T,>(nothing: T) =>
  (error: unknown): T => {
    if (error instanceof CloudError) return nothing
    throw error
  }

const noneIfGone = (error: unknown) => {
  if (isNotFound(error)) return undefined
  throw error
}
