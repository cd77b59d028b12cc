import { CopyableCode } from './code'
import { TextLink } from './text-link'

interface NameBesideIdProps {
  /** Nothing where the resource has none, or is of an account that cannot be read: then the id stands alone. */
  name?: string | undefined
  id: string
  /** Where the name leads. */
  href?: string
}

/** A resource among the facts of a page: its name and, beside it, the id to copy. */
export function NameBesideId({ name, id, href }: NameBesideIdProps) {
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {name &&
        (href ? (
          <TextLink href={href}>
            <bdi>{name}</bdi>
          </TextLink>
        ) : (
          <bdi>{name}</bdi>
        ))}
      <CopyableCode text={id} />
    </span>
  )
}
