import type { useTranslations } from 'next-intl'

import type { AttachmentResourceType } from '@/lib/attachments/schema'

/** The words of `resourceTypes`, in the browser or on the server. */
export type TypeWords = ReturnType<typeof useTranslations<'resourceTypes'>>

/** What kind of thing is attached, in words; a kind that the console does not know keeps the cloud's code. */
export function typeWord(t: TypeWords, type: string): string {
  const key = type as AttachmentResourceType // looked up before it is used
  return type && t.has(key) ? t(key) : type
}
