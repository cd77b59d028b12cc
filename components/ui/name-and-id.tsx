import { Code } from './code'
import { TextLink } from './text-link'

interface NameAndIdProps {
  /** Empty names are common in the cloud; then the id stands alone. */
  name?: string | undefined
  id: string
  href?: string
}

/** A resource in a table cell: its name over its id, the first of them the link. */
export function NameAndId({ name, id, href }: NameAndIdProps) {
  const title = <bdi>{name || id}</bdi>
  return (
    <div className="min-w-0">
      <div className={name ? undefined : 'mono whitespace-nowrap'}>
        {href ? <TextLink href={href}>{title}</TextLink> : title}
      </div>
      {name && <Code className="whitespace-nowrap text-muted">{id}</Code>}
    </div>
  )
}
