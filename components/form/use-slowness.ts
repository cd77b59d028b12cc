'use client'
import { useEffect, useState } from 'react'

/** Milliseconds after which one wonders. */
const SLOW = 2000

/** Whether something has been under way for so long that a word about it is due. */
export function useSlowness(pending: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!pending) return
    const timer = setTimeout(setSlow, SLOW, true)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [pending])
  return isSlow
}
