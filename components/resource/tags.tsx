'use client'
import type { TableColumn } from '@/components/ui/table-model'
import { TagList } from '@/components/ui/tag-list'
import { withoutOperation } from '@/lib/tags/operation-tag'
import type { Tag } from '@/lib/tags/schema'

interface Tagged {
  tags: readonly Tag[]
}

/** The tags people gave a resource; the mark by which our operations find it again is none of them. */
export function ResourceTags({ tags }: Tagged) {
  return <TagList tags={withoutOperation(tags)} />
}

/** The column of tags of any list of resources. */
export const tagsColumn = <Row extends Tagged>(header: string): TableColumn<Row> => ({
  id: 'tags',
  header,
  value: ({ tags }) =>
    withoutOperation(tags)
      .map(({ key, value }) => `${key}: ${value}`)
      .join(', '),
  cell: ({ tags }) => <ResourceTags tags={tags} />,
  width: 'min-w-28',
})
