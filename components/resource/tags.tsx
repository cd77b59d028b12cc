'use client'
import type { TableColumn } from '@/components/ui/table-model'
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
  const own = shown(tags)
  if (own.length === 0) return '-'
  return (
    <ul className="flex flex-wrap gap-1">
      {own.map(({ key, value }) => (
        <li
          key={key}
          className="rounded-[3px] border border-line bg-sunken px-1.5 text-hint wrap-anywhere"
        >
          <bdi className="text-muted">{key}</bdi>
          {value && (
            <>
              {': '}
              <bdi>{value}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  )
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
