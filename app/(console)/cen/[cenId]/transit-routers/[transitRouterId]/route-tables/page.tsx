import { use } from 'react'

import { readSegment } from '@/lib/attachments/id'

import { DefaultTable } from './default-table'

interface RouteTablesPageProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
}

export default function RouteTablesPage({ params }: RouteTablesPageProps) {
  const { cenId, transitRouterId } = use(params)
  return <DefaultTable cenId={readSegment(cenId)} transitRouterId={readSegment(transitRouterId)} />
}
