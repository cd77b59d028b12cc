'use client'
import { ConnectionSettings } from '@/components/ipsec-connection/settings'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'

import { useConnection } from './use-connection'

/** The settings of the IPsec connection behind the attachment. */
export function AttachedConnection() {
  const connection = useConnection()
  const { data, error } = connection
  if (error && !data) return <ErrorState error={error} onRetry={() => void connection.refetch()} />
  if (data) return <ConnectionSettings connection={data} />
  return (
    <div className="flex flex-col gap-3">
      <Skeleton className="w-80" />
      <Skeleton className="w-64" />
      <Skeleton className="w-72" />
    </div>
  )
}
