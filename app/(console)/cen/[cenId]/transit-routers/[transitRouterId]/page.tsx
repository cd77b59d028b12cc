import type { Metadata } from 'next'

import { Messages } from '@/components/messages/messages'
import { currentAccess } from '@/lib/request/access'
import { titleOf } from '@/lib/request/document'

import { BasicInformation } from './basic-information'
import { PathFinder } from './path-finder'
import { readRouter } from './reads'

interface TransitRouterPageProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
}

export async function generateMetadata({ params }: TransitRouterPageProps): Promise<Metadata> {
  const { cenId, transitRouterId } = await params
  const access = await currentAccess()
  const read = async () => {
    const [router] = await readRouter(access, cenId, transitRouterId)
    return router?.transitRouterName
  }
  return { title: await titleOf(read, transitRouterId) }
}

export default async function TransitRouterPage({ params }: TransitRouterPageProps) {
  const ids = await params
  return (
    <Messages of={['attachment.difference']}>
      <BasicInformation {...ids} />
      <PathFinder {...ids} />
    </Messages>
  )
}
