'use client'
import { type ReactNode, Suspense, useState } from 'react'

interface LatePartProps {
  /** It was not there in time when the page was first made. */
  isLate: boolean
  fallback: ReactNode
  children: ReactNode
}

/**
 * A part of a page that may come later. A part in a boundary is another one to React than the same without: made again
 * for the same page, as after an action, it stays what it was at first, and what is open and typed in it stays too.
 */
export function LatePart({ isLate, fallback, children }: LatePartProps) {
  const [wasLate] = useState(isLate)
  return wasLate ? <Suspense fallback={fallback}>{children}</Suspense> : children
}
