'use client'
import dynamic from 'next/dynamic'

/** The notices of running operations, brought after the page: nobody waits for them. */
export const LateOperationNotices = dynamic(
  () => import('./operation-notices').then((module) => module.OperationNotices),
  { ssr: false },
)
