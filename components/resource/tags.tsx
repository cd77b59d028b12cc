'use client'
import type { TableColumn } from '@/components/ui/table-model'
import { TagList } from '@/components/ui/tag-list'
import { withoutOperation } from '@/lib/tags/operation-tag'
import type { Tag } from '@/lib/tags/schema'
import { showDirection } from '@/lib/text/characters'

interface Tagged {
  tags: readonly Tag[]
}

/** As they are read: marks that turn the direction of text are named. */
const shown = (tags: readonly Tag[]): Tag[] =>
  withoutOperation(tags).map(({ key, value }) => ({
    key: showDirection(key),
    value: showDirection(value),
  }))

/** The tags people gave a resource; the mark by which our operations find it again is none of them. */
export function ResourceTags({ tags }: Tagged) {
  return <TagList tags={shown(tags)} />
}

/** The column of tags of any list of resources. */
export const tagsColumn = <Row extends Tagged>(header: string): TableColumn<Row> => ({
  id: 'tags',
  header,
  value: ({ tags }) =>
    shown(tags)
      .map(({ key, value }) => `${key}: ${value}`)
      .join(', '),
  cell: ({ tags }) => <ResourceTags tags={tags} />,
  width: 'min-w-28',
})
