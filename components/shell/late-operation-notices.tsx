'use client'
import { Suspense, useEffect, useState } from 'react'

import { late } from '@/components/ui/late'

const OperationNotices = late(
  () => import('./operation-notices').then((m) => m.OperationNotices),
  'nowhere',
)

/** Milliseconds after the page is alive; an operation takes longer, and its own page shows it at once. */
const LATE = 3000

/** The notices of running operations, brought after the page: nobody waits for them, nor for their script. */
export function LateOperationNotices({ profile }: { profile: string }) {
  const [isTime, setIsTime] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsTime(true), LATE)
    return () => clearTimeout(timer)
  }, [])
  return <Suspense>{isTime && <OperationNotices profile={profile} />}</Suspense>
}
