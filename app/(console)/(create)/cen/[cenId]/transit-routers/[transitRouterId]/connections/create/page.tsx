import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { BillingItems } from '@/components/ipsec-connection/billing-items'
import { Messages } from '@/components/messages/messages'
import { PageHeader } from '@/components/shell/page-header'
import { judgeAttachForm } from '@/lib/attach-form/judge'
import { readAttachSurroundings } from '@/lib/attach-form/read-surroundings'
import { attachFormDefaults } from '@/lib/attach-form/values'
import { cloudLanguage } from '@/lib/i18n/locale'
import { routes } from '@/lib/navigation/routes'
import { env } from '@/lib/process/env'
import { presetTunnelMode } from '@/lib/process/environment'
import { currentAccess } from '@/lib/request/access'

import { AttachForm } from './form'

interface CreatePageProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
  /** `router`: the region was changed in the form. `vpn` of `owner`: what was granted and is to be attached. */
  searchParams: Promise<Partial<Record<'router' | 'vpn' | 'owner', string | string[]>>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attachForm'))('title') }
}

export default async function CreatePage({ params, searchParams }: CreatePageProps) {
  const { cenId, ...path } = await params
  const { router: chosen, vpn, owner } = await searchParams
  const t = await getTranslations('attachForm')
  const surroundings = await readAttachSurroundings(await currentAccess(), {
    cenId,
    transitRouterId: typeof chosen === 'string' ? chosen : path.transitRouterId,
    language: cloudLanguage(await getLocale()),
  })
  if (!surroundings) notFound()
  const { regionId, transitRouterId, transitRouterName } = surroundings.router
  const zoneId = surroundings.router.zones?.[0]?.zoneId
  const defaultValues = attachFormDefaults({
    regionId,
    transitRouterId,
    tunnelMode: presetTunnelMode(env),
    ...(zoneId && { zoneId }),
    ...(typeof vpn === 'string' &&
      typeof owner === 'string' && { granted: { vpnId: vpn, vpnOwnerId: owner } }),
  })
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('crumbs.instances'), href: routes.instances() },
          { label: cenId, href: routes.cen(cenId), mono: true },
          {
            label: transitRouterName || transitRouterId,
            href: routes.transitRouter(cenId, transitRouterId),
          },
          { label: t('crumb') },
        ]}
        title={t('title')}
        description={t('subtitle')}
      />
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
}
