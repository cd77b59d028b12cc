'use client'
import { ResourceTags } from '@/components/resource-tags'
import { TagsEditor } from '@/components/tags-editor'

import { saveTags } from './actions'
import { useOpenAttachment } from './open-attachment'
import { placeOf } from './place'

/** The tags of the attachment; only those of VPN attachments can be changed here. */
export function AttachmentTags() {
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
