import type { Tag } from '@/lib/tags/schema'

export interface Cen {
  cenId: string
  name: string
  description: string
  /** `Creating`, `Active`, `Deleting`; others are shown as they come. */
  status: string
  protectionLevel: string
  resourceGroupId: string
  /** ISO 8601, UTC. Empty when the cloud gives none, as everywhere. */
  creationTime: string
  tags: Tag[]
}

export interface NewCen {
  name: string
  description: string
  tags: Tag[]
}
