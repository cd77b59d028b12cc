import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { Messages } from '@/components/messages/messages'

import { CidrBlocks } from './cidr-blocks'

interface CidrBlocksPageProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transitRouters'))('tabs.cidrBlocks') }
}

export default async function CidrBlocksPage({ params }: CidrBlocksPageProps) {
  return (
    <Messages of={['rules']}>
      <CidrBlocks {...await params} />
    </Messages>
  )
}
