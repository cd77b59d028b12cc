'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use, useMemo } from 'react'

import { Code, CopyableCode } from '@/components/ui/code'
import { CopyButton } from '@/components/ui/copy-button'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import { namesOf } from '@/lib/objects/queries'
import { kindOf, type NamedObject, OBJECT_ID, type ObjectRef } from '@/lib/objects/schema'

const ObjectsContext = createContext<ReadonlyMap<string, NamedObject>>(new Map())

/** Looks up, in one reading, what the objects below it are called. */
export function Objects({ of, children }: { of: readonly ObjectRef[]; children: ReactNode }) {
  const { data } = useQuery(namesOf(of))
  const known = useMemo(() => new Map(data?.map((object) => [object.id, object])), [data])
  return <ObjectsContext value={known}>{children}</ObjectsContext>
}

interface ObjectNameProps extends ObjectRef {
  /** Where more is known than the id. */
  cenId?: string | undefined
  transitRouterId?: string | undefined
}

/** An object by its name, until that is known by its kind, over its id; linked where its page can be told. */
export function ObjectName({ id, regionId, ...place }: ObjectNameProps) {
  const t = useTranslations('ui.object')
  const found = use(ObjectsContext).get(id)
  const kind = kindOf(id)
  if (!kind) return <Id id={id} />
  const href = routes.ofObject(id, regionId, { ...place, ...found })
  const name = found?.name ? <bdi className="break-words">{found.name}</bdi> : t(kind)
  return (
    <span className="block min-w-0">
      <span className="block">
        {href ? (
          <TextLink href={href}>{name}</TextLink>
        ) : (
          <span className={found?.name ? undefined : 'text-muted'}>{name}</span>
        )}
      </span>
      <Id id={id} quiet />
    </span>
  )
}

function Id({ id, quiet = false }: { id: string; quiet?: boolean }) {
  return (
    <span className="flex items-center gap-0.5">
      <Code className={quiet ? 'whitespace-nowrap text-muted' : 'whitespace-nowrap'}>{id}</Code>
      <CopyButton text={id} />
    </span>
  )
}

/** A text with the objects that it names by their ids called by their names, the id beside each. */
export function NamingObjects({ text }: { text: string }) {
  const known = use(ObjectsContext)
  const parts: ReactNode[] = []
  let last = 0
  for (const { 0: id, index } of text.matchAll(OBJECT_ID)) {
    const name = known.get(id)?.name
    parts.push(
      text.slice(last, index),
      <span key={index}>
        {name && <bdi>{name} </bdi>}
        <CopyableCode text={id} />
      </span>,
    )
    last = index + id.length
  }
  return (
    <bdi>
      {parts}
      {text.slice(last)}
    </bdi>
  )
}

/** The same where only text can stand: `default (vtb-…)`. */
export function useNamed(): (text: string) => string {
  const known = use(ObjectsContext)
  return (text) =>
    text.replace(OBJECT_ID, (id) => {
      const name = known.get(id)?.name
      return name ? `${name} (${id})` : id
    })
}
