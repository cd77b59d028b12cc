import type { Metadata } from 'next'

import { Messages } from '@/components/messages/messages'

import { BasicInformation } from './basic-information'
import { PathFinder } from './path-finder'

interface TransitRouterPageProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
}

export async function generateMetadata({ params }: TransitRouterPageProps): Promise<Metadata> {
  return { title: (await params).transitRouterId }
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
