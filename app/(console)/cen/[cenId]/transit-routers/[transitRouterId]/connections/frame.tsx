'use client'
import dynamic from 'next/dynamic'
import { useSelectedLayoutSegments } from 'next/navigation'
import type { ReactNode } from 'react'

// The form of a new connection does without the weight of the table.
const ConnectionsTable = dynamic(() => import('./table').then((m) => m.ConnectionsTable))

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
