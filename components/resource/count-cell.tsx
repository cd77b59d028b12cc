import type { ReactNode } from 'react'

import { Skeleton } from '@/components/ui/skeleton'

/** A number that is counted by a read of its own. */
export type Count = number | 'reading' | 'failed'

/** What the cell of a count shows. @param children for the number itself. */
export function CountCell({ of, children }: { of: Count; children: ReactNode }) {
  if (of === 'reading') return <Skeleton className="w-8" />
  return of === 'failed' ? '-' : children
}

/** The count for filter, sort and export. */
export const countValue = (of: Count): number | undefined =>
  typeof of === 'number' ? of : undefined

/** Where a counting read stands. */
export const countOf = ({
  data,
  isError,
}: {
  data: readonly unknown[] | undefined
  isError: boolean
}): Count => data?.length ?? (isError ? 'failed' : 'reading')
