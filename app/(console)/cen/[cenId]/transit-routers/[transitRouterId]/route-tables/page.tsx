import { use } from 'react'

import { readSegment } from '@/lib/navigation/routes'

import { DefaultTable } from './default-table'

interface RouteTablesPageProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
}

export default function RouteTablesPage({ params }: RouteTablesPageProps) {
  const { cenId, transitRouterId } = use(params)
  return <DefaultTable cenId={readSegment(cenId)} transitRouterId={readSegment(transitRouterId)} />
}
