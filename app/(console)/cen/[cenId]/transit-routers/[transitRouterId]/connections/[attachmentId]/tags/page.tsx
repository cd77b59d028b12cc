'use client'
import { saveTags } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/actions'
import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { ResourceTags } from '@/components/resource/tags'
import { TagsEditor } from '@/components/resource/tags-editor'
import { placeOf } from '@/lib/attachments/place'

/** The tags of the attachment; only those of VPN attachments can be changed here. */
export default function TagsTab() {
  const { attachment, router } = useOpenAttachment()
  if (attachment.resourceType !== 'VPN') return <ResourceTags tags={attachment.tags} />
  return (
    <TagsEditor
      id={attachment.transitRouterAttachmentId}
      tags={attachment.tags}
      save={(change) => saveTags({ ...placeOf(attachment, router), ...change })}
    />
  )
}
