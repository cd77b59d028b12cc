import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'

import { BillingItems } from '@/components/ipsec-connection/billing-items'
import { Messages } from '@/components/messages/messages'
import { AfterRead } from '@/components/query/after-read'
import { PageHeader } from '@/components/shell/page-header'
import { judgeAttachForm } from '@/lib/attach-form/judge'
import { readAttachChoices } from '@/lib/attach-form/read-surroundings'
import { attachFormDefaults } from '@/lib/attach-form/values'
import type { RouterSurroundings } from '@/lib/connection-form/surroundings'
import { cloudLanguage } from '@/lib/i18n/locale'
import { routes } from '@/lib/navigation/routes'
import { env } from '@/lib/process/env'
import { presetTunnelMode } from '@/lib/process/environment'
import { currentAccess } from '@/lib/request/access'

import { AttachForm } from './form'

interface CreatePageProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
  /** `router`: the region was changed in the form. `vpn`: what is to be attached, of `owner` where another account granted it. */
  searchParams: Promise<Partial<Record<'router' | 'vpn' | 'owner', string | string[]>>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attachForm'))('title') }
}

export default async function CreatePage({ params, searchParams }: CreatePageProps) {
  const { cenId, ...path } = await params
  const { router: chosen, vpn, owner } = await searchParams
  const reading = readAttachChoices(
    await currentAccess(),
    {
      cenId,
      transitRouterId: typeof chosen === 'string' ? chosen : path.transitRouterId,
      language: cloudLanguage(await getLocale()),
    },
    { ...(typeof vpn === 'string' && { vpnId: vpn }), foreign: typeof owner === 'string' },
  )
  return (
    <AfterRead reading={reading} title={(await getTranslations('attachForm'))('title')}>
      {(surroundings) => {
        const { regionId, transitRouterId, zones } = surroundings.router
        const zoneId = zones?.[0]?.zoneId
        const defaultValues = attachFormDefaults({
          regionId,
          transitRouterId,
          tunnelMode: presetTunnelMode(env),
          ...(zoneId && { zoneId }),
          ...(typeof vpn === 'string' && {
            chosen: { vpnId: vpn, ...(typeof owner === 'string' && { vpnOwnerId: owner }) },
          }),
        })
        return (
          <>
            <Header {...surroundings.router} />
            <Messages of={['attachForm', 'rules', 'operations', 'peerConfig']}>
              <AttachForm
                surroundings={surroundings}
                billing={<BillingItems />}
                defaultValues={defaultValues}
                judgement={judgeAttachForm(defaultValues, surroundings)}
              />
            </Messages>
          </>
        )
      }}
    </AfterRead>
  )
}

function Header({ cenId, cenName, transitRouterId, transitRouterName }: RouterSurroundings) {
  const t = useTranslations('attachForm')
  return (
    <PageHeader
      crumbs={[
        { label: t('crumbs.instances'), href: routes.instances() },
        { label: cenName ?? cenId, href: routes.cen(cenId), mono: !cenName },
        {
          label: transitRouterName || transitRouterId,
          href: routes.transitRouter(cenId, transitRouterId),
        },
        { label: t('crumb') },
      ]}
      title={t('title')}
      description={t('subtitle')}
    />
  )
}
