import type { Namespace } from '@/lib/i18n/pick'

/** What telling of writes needs of the catalogue: changes are told in the words of the forms. */
export const AUDIT_MESSAGES = [
  'audit',
  'operations',
  'attachForm.section',
  'attachForm.connection',
  'attachForm.advanced',
  'attachForm.transitRouterAttachmentName',
  'attachForm.transitRouterAttachmentDescription',
] as const satisfies readonly Namespace[]
