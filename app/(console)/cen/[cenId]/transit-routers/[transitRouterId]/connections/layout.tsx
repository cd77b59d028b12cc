import type { ReactNode } from 'react'

import { Messages } from '@/components/messages/messages'

import { ConnectionsTable } from './table'

interface ConnectionsLayoutProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
  /** What is open over the list: nothing, or the details of an attachment. */
  children: ReactNode
}

export default async function ConnectionsLayout({ params, children }: ConnectionsLayoutProps) {
  return (
    <Messages of={['connections', 'attachForm.remaining', 'attachment.light', 'rules', 'tags']}>
      <ConnectionsTable {...await params} />
      {children}
    </Messages>
  )
}
