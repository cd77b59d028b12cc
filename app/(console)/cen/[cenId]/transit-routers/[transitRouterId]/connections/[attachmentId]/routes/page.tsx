import { AttachmentRoutes } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/attachment-routes'

export default function RoutesTab() {
  return <AttachmentRoutes />
}
