import { Skeleton } from '@/components/ui/skeleton'

const ROWS = ['a', 'b', 'c', 'd', 'e']

/** Where a page will stand while the cloud is slow: heading, toolbar, rows. */
export function PageSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-4 pt-1">
      <Skeleton className="h-6 w-72" />
      <Skeleton className="w-105 max-w-full" />
      <Skeleton className="mt-2 h-8 w-80" />
      <div className="border-y border-line">
        {ROWS.map((row) => (
          <div
            key={row}
            className="flex h-10 items-center gap-8 px-3 not-first:border-t not-first:border-line"
          >
            <Skeleton className="w-1/4" />
            <Skeleton className="w-1/6" />
            <Skeleton className="w-1/5" />
          </div>
        ))}
      </div>
    </div>
  )
}
