import { useTranslations } from 'next-intl'
import { useCallback } from 'react'

import { typeWord } from '@/lib/attachments/type-words'

/** Calls the kind of what is attached, `VBR`, in the reader's language. */
export function useTypeWord(): (type: string) => string {
  const t = useTranslations('resourceTypes')
  return useCallback((type) => typeWord(t, type), [t])
}
