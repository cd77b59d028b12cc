'use client'
import { ForeignConnection } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/foreign-connection'
import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import {
  useConnection,
  useIsForeign,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/use-connection'
import { DiagnosisTab } from '@/app/(console)/diagnosis-tab'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { routes } from '@/lib/navigation/routes'

/** Why the connection of the attachment is down. */
export function AttachedDiagnosisTab() {
  const { attachment } = useOpenAttachment()
  const connection = useConnection()
  const { data, error } = connection
  const foreign = useIsForeign()
  if (foreign) return <ForeignConnection />
  if (error && !data) return <ErrorState error={error} onRetry={() => void connection.refetch()} />
  if (!data) return <Skeleton className="w-80" />
  return (
    <DiagnosisTab
      connection={data}
      device={routes.attachmentTab(
        attachment.cenId,
        attachment.transitRouterId,
        attachment.transitRouterAttachmentId,
        'device',
      )}
    />
  )
}
