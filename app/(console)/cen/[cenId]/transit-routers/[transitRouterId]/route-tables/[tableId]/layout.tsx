import { type ReactNode, use } from 'react'

import { readSegment } from '@/lib/attachments/id'

import { OpenTable } from './open-table'

interface TableLayoutProps {
  params: Promise<{ cenId: string; transitRouterId: string; tableId: string }>
  children: ReactNode
}

export default function TableLayout({ params, children }: TableLayoutProps) {
  const { cenId, transitRouterId, tableId } = use(params)
  return (
    <OpenTable
      cenId={readSegment(cenId)}
      transitRouterId={readSegment(transitRouterId)}
      tableId={readSegment(tableId)}
    >
      {children}
    </OpenTable>
  )
}
