import { AttachmentRoutes } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/routing/attachment-routes'
import {
  readAttachment,
  readRouter,
} from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/reads'
import { Prefetch, seed } from '@/components/query/prefetch'
import { isForeign } from '@/lib/attachments/schema'
import { CloudError } from '@/lib/failure/errors'
import { vcoRouteEntryList } from '@/lib/ipsec-connections/queries'
import { listVcoRouteEntries } from '@/lib/ipsec-connections/route-entries'
import { currentAccess } from '@/lib/request/access'
import { isDocument } from '@/lib/request/document'

interface RoutesTabProps {
  params: Promise<Record<'cenId' | 'transitRouterId' | 'attachmentId', string>>
}

/** What the data centre tells is read with a document: a table that comes later pushes the one below it. */
export default async function RoutesTab({ params }: RoutesTabProps) {
  return (
    <Prefetch seeds={await seedsOf(await params).catch(leftToTheBrowser)}>
      <AttachmentRoutes />
    </Prefetch>
  )
}

async function seedsOf({
  cenId,
  transitRouterId,
  attachmentId,
}: Awaited<RoutesTabProps['params']>) {
  // A press on the tab shows it at once, and the browser reads.
  if (!(await isDocument())) return []
  const access = await currentAccess()
  const [[router], attachments] = await Promise.all([
    readRouter(access, cenId, transitRouterId),
    readAttachment(cenId, transitRouterId, attachmentId),
  ])
  const [attachment] = attachments ?? []
  if (!attachment || attachment.resourceType !== 'VPN' || isForeign(attachment, router)) return []
  const { resourceRegionId: regionId, resourceId: vpnConnectionId } = attachment
  const connection = { regionId, vpnConnectionId }
  return [seed(vcoRouteEntryList(connection), () => listVcoRouteEntries(access, connection))]
}

function leftToTheBrowser(error: unknown): [] {
  if (error instanceof CloudError) return []
  throw error
}
