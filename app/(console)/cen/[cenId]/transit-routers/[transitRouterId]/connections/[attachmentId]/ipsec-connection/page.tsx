import { ConnectionSettings } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/connection-settings'

export default function IpsecConnectionTab() {
  return <ConnectionSettings />
}
