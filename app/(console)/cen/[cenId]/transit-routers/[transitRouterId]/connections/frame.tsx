'use client'
import { useSelectedLayoutSegments } from 'next/navigation'
import type { ReactNode } from 'react'

import { ConnectionsTable } from './table'

interface ConnectionsFrameProps {
  cenId: string
  transitRouterId: string
  children: ReactNode
}

/** The list of connections with whatever is open over it. */
export function ConnectionsFrame({ cenId, transitRouterId, children }: ConnectionsFrameProps) {
  const [open] = useSelectedLayoutSegments()
  return (
    <>
      <ConnectionsTable cenId={cenId} transitRouterId={transitRouterId} openId={open} />
      {children}
    </>
  )
}
