import { AttachmentTags } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/attachment-tags'

export default function TagsTab() {
  return <AttachmentTags />
}
