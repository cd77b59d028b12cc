interface Tag {
  key: string
  value: string
}

/** The tags of a resource, shown literally whatever they hold. */
export function TagList({ tags }: { tags: readonly Tag[] }) {
  if (tags.length === 0) return '-'
  return (
    <ul className="flex flex-wrap gap-1">
      {tags.map(({ key, value }) => (
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
