'use client'
import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use, useMemo } from 'react'

import { Code } from '@/components/ui/code'
import { CopyButton } from '@/components/ui/copy-button'
import { cx } from '@/components/ui/cx'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import { namesOf } from '@/lib/objects/queries'
import { kindOf, type NamedObject, OBJECT_ID, type ObjectRef } from '@/lib/objects/schema'

const ObjectsContext = createContext<ReadonlyMap<string, NamedObject>>(new Map())

/** Looks up, together, what the objects below it are called. */
export function Objects({ of, children }: { of: readonly ObjectRef[]; children: ReactNode }) {
  const found = useQueries({ queries: namesOf(of), combine: readOf })
  const known = useMemo(() => new Map(found.map((object) => [object.id, object])), [found])
  return <ObjectsContext value={known}>{children}</ObjectsContext>
}

const readOf = (results: readonly UseQueryResult<NamedObject>[]) =>
  results.flatMap(({ data }) => data ?? [])

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
  const name = found?.name
  const called = name ? <bdi>{name}</bdi> : t(kind)
  return (
    <OverId id={id} name={name}>
      {href ? <TextLink href={href}>{called}</TextLink> : called}
    </OverId>
  )
}

interface OverIdProps {
  id: string
  /** The whole of it, where its line is cut. */
  name: string | undefined
  children: ReactNode
}

/** One line over an id and as wide as it, whatever it says: names come after ids, and nothing may move then. */
function OverId({ id, name, children }: OverIdProps) {
  return (
    <span className="inline-block max-w-full min-w-0 align-top">
      <span
        title={name}
        className={cx(
          'block w-0 min-w-full truncate has-focus-visible:overflow-visible',
          !name && 'text-muted',
        )}
      >
        {children}
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

/** A text with the objects that it names by their ids called by their names, or kinds, over the id of each. */
export function NamingObjects({ text }: { text: string }) {
  const t = useTranslations('ui.object')
  const known = use(ObjectsContext)
  const parts: ReactNode[] = []
  let last = 0
  for (const { 0: id, index } of text.matchAll(OBJECT_ID)) {
    const name = known.get(id)?.name
    const kind = kindOf(id)
    parts.push(
      text.slice(last, index),
      <OverId key={index} id={id} name={name}>
        {name ? <bdi>{name}</bdi> : kind && t(kind)}
      </OverId>,
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
