'use client'
import { useRouter } from 'next/navigation'

import type { SelectProps } from '@/components/ui/select'
import type { Unread } from '@/lib/connection-form/surroundings'
import { useMessage } from '@/lib/i18n/use-message'

import { useSurroundings } from './surroundings-context'

/** What a select says about choices that could not be read; trying again reads all of the page's. */
export function useReadAgain(list: Unread['what']): SelectProps['failed'] {
  const router = useRouter()
  const translate = useMessage()
  const failure = useSurroundings().unread.find(({ what }) => what === list)
  if (!failure) return undefined
  const { code, message } = failure
  return { message: `${translate(message)} (${code})`, onRetry: () => router.refresh() }
}
