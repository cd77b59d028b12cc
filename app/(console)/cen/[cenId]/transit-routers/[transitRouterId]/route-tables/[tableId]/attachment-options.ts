import type { Option } from '@/components/ui/select'
import type { Attachment } from '@/lib/attachments/schema'

/** Attachments to choose from. @param reasonOf why one cannot be chosen, if so. */
export const attachmentOptions = (
  attachments: readonly Attachment[],
  typeWord: (type: string) => string,
  reasonOf: (attachment: Attachment) => string | undefined,
): Option[] =>
  attachments.map((attachment) => ({
    value: attachment.transitRouterAttachmentId,
    label: `${typeWord(attachment.resourceType)} ${
      attachment.transitRouterAttachmentName || attachment.resourceId
    }`,
    detail: attachment.transitRouterAttachmentId,
    reason: reasonOf(attachment),
  }))
