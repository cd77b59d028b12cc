import { AttachedConnection } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/attached-connection'

export default function IpsecConnectionTab() {
  return <AttachedConnection />
}
