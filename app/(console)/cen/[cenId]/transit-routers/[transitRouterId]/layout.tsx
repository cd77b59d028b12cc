import { getLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { readCen } from '@/app/(console)/cen/[cenId]/read-cen'
import { Messages } from '@/components/messages/messages'
import { Prefetch, required, seed } from '@/components/query/prefetch'
import { cenList } from '@/lib/cen/queries'
import { cloudLanguage } from '@/lib/i18n/locale'
import { keptRegions } from '@/lib/regions/cloud'
import { regionList } from '@/lib/regions/queries'
import { currentAccess } from '@/lib/request/access'
import { isCenId, isTransitRouterId } from '@/lib/text/ids'

import { RouterFrame } from './frame'
import { routerSeed } from './seeds'

interface TransitRouterLayoutProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
  children: ReactNode
}

export default async function TransitRouterLayout({ params, children }: TransitRouterLayoutProps) {
  const ids = await params
  if (!isCenId(ids.cenId) || !isTransitRouterId(ids.transitRouterId)) notFound()
  const access = await currentAccess()
  const language = cloudLanguage(await getLocale())
  return (
    <Messages
      of={[
        'cen',
        'transitRouters',
        'rules.cloud',
        'rules.edit',
        'rules.form',
        'rules.name',
        'rules.tag',
        'tags',
      ]}
    >
      <Prefetch
        seeds={[
          required(routerSeed(access, ids)),
          seed(cenList({ cenId: ids.cenId }), () => readCen(access, ids.cenId)),
          seed(regionList({ language }), () => keptRegions(access, { language })),
        ]}
      >
        <RouterFrame {...ids}>{children}</RouterFrame>
      </Prefetch>
    </Messages>
  )
}
