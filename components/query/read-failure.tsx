'use client'
import { useRouter } from 'next/navigation'

import { ErrorState } from '@/components/ui/error-state'
import { QueryError } from '@/lib/failure/in-browser'
import type { Packed } from '@/lib/i18n/message'

interface ReadFailureProps {
  code: string
  message: Packed
  requestId?: string
}

/** A page whose one read failed on the server, and the way to read it again. */
export function ReadFailure({ code, message, requestId }: ReadFailureProps) {
  const router = useRouter()
  return (
    <ErrorState error={new QueryError(code, message, requestId)} onRetry={() => router.refresh()} />
  )
}
