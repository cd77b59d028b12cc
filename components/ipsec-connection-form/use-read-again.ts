'use client'
import { useRouter } from 'next/navigation'

import type { SelectProps } from '@/components/ui/select'
import type { Unread } from '@/lib/attach-form/surroundings'

/** What a select says about choices that could not be read; trying again reads all of the page's. */
export function useReadAgain(failure: Unread | undefined): SelectProps['failed'] {
  const router = useRouter()
  if (!failure) return undefined
  const { code, message } = failure
  return { message: `${message} (${code})`, onRetry: () => router.refresh() }
}
