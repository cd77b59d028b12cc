'use client'
import { ForeignConnection } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/foreign-connection'
import {
  useConnection,
  useIsForeign,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/use-connection'
import { DeviceTab } from '@/app/(console)/device-tab'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'

/** The device at the other end of the attachment. */
export function AttachedDeviceTab() {
  const connection = useConnection()
  const { data, error } = connection
  const foreign = useIsForeign()
  if (foreign) return <ForeignConnection />
  if (error && !data) return <ErrorState error={error} onRetry={() => void connection.refetch()} />
  return data ? <DeviceTab connection={data} /> : <Skeleton className="w-80" />
}
