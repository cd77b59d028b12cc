'use client'
import { lazy, Suspense, useEffect, useState } from 'react'

const OperationNotices = lazy(() =>
  import('./operation-notices').then((module) => ({ default: module.OperationNotices })),
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
