import type { Metadata } from 'next'

import { BasicInformation } from './basic-information'

interface TransitRouterPageProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
}

export async function generateMetadata({ params }: TransitRouterPageProps): Promise<Metadata> {
  return { title: (await params).transitRouterId }
}

export default async function TransitRouterPage({ params }: TransitRouterPageProps) {
  return <BasicInformation {...await params} />
}
