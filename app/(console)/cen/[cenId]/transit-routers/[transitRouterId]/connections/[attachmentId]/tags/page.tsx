import { TagsEditor } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/tags-editor'

export default function TagsTab() {
  return <TagsEditor />
}
