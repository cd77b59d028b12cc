'use client'
import { useSelectedLayoutSegments } from 'next/navigation'
import type { ReactNode } from 'react'

import { ConnectionsTable } from './table'

interface ConnectionsFrameProps {
  cenId: string
  transitRouterId: string
  children: ReactNode
}

/** The list of connections with whatever is open over it; the form of a new one takes its place. */
export function ConnectionsFrame({ cenId, transitRouterId, children }: ConnectionsFrameProps) {
  const [open] = useSelectedLayoutSegments()
  if (open === 'create') return children
  return (
    <>
      <ConnectionsTable cenId={cenId} transitRouterId={transitRouterId} openId={open} />
      {children}
    </>
  )
}
