'use client'
import { useFormatter } from 'next-intl'
import { useCallback } from 'react'

/** Words one after the other, as the reader's language writes a list: `a, b, c`, `甲、乙、丙`. */
export function useWordList(): (words: readonly string[]) => string {
  const format = useFormatter()
  return useCallback(
    (words) => format.list(words, { type: 'conjunction', style: 'narrow' }),
    [format],
  )
}
