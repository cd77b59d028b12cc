import { AttachmentRoutes } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/routing/attachment-routes'

export default function RoutesTab() {
  return <AttachmentRoutes />
}
