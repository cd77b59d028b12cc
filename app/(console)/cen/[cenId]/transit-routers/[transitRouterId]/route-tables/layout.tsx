import { type ReactNode, use } from 'react'

import { Messages } from '@/components/messages'
import { readSegment } from '@/lib/attachments/id'

import { TableNavigation } from './table-navigation'

interface RouteTablesLayoutProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
  children: ReactNode
}

export default function RouteTablesLayout({ params, children }: RouteTablesLayoutProps) {
  const { cenId, transitRouterId } = use(params)
  return (
    <Messages of={['routeTables', 'rules']}>
      <div className="flex gap-6">
        <TableNavigation
          cenId={readSegment(cenId)}
          transitRouterId={readSegment(transitRouterId)}
        />
        <div className="min-w-0 flex-1">{children}</div>
      </div>
    </Messages>
  )
}
