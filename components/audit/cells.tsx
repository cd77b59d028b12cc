'use client'
import { useMessages, useTranslations } from 'next-intl'

import { ObjectName } from '@/components/resource/object-name'
import { State } from '@/components/resource/state'
import { Code } from '@/components/ui/code'
import { TextLink } from '@/components/ui/text-link'
import type { AuditGroup, GroupedOperation } from '@/lib/audit/schema'
import { holds } from '@/lib/i18n/pick'
import { routes } from '@/lib/navigation/routes'
import { OBJECT_ID, type ObjectRef } from '@/lib/objects/schema'

/** A group, a call within one, or a line of the export: only a group has its operation with it. */
export type AuditRow = AuditGroup

/** What an action is called; an action that the catalogue lacks keeps the name that RAM has for it. */
export function useActionWords(): (action: string) => string {
  const t = useTranslations()
  const messages = useMessages()
  return (action) => {
    const name = action.slice(action.indexOf(':') + 1)
    return holds(messages, `audit.action.${name}`)
      ? t(`audit.action.${name}` as 'audit.title')
      : action
  }
}

/** An operation by what it does and to what, linked to its page. */
export function Operation({ operation }: { operation: GroupedOperation }) {
  const t = useTranslations('operations.kind')
  const { operationId, kind, subject } = operation
  return (
    <TextLink href={routes.operation(operationId)} className="break-words">
      {kind ? (
        <>
          {t(kind)}: <bdi>{subject}</bdi>
        </>
      ) : (
        <bdi className="mono">{operationId}</bdi>
      )}
    </TextLink>
  )
}

/** An action in the reader's words, over the name that RAM has for it. */
export function Action({ action }: { action: string }) {
  const words = useActionWords()(action)
  return (
    <>
      <span className={words === action ? 'mono' : undefined}>{words}</span>
      {words !== action && <Code className="block text-hint text-muted">{action}</Code>}
    </>
  )
}

/** How an operation stands, and how many of its calls came to nothing. */
export function Outcomes({ operation }: { operation: GroupedOperation }) {
  const t = useTranslations('audit')
  const { state, outcomes, calls } = operation
  const bad = (['refused', 'unknown'] as const).filter((outcome) => outcomes[outcome])
  return (
    <>
      {state && <State kind="operation" of={state} />}
      {bad.map((outcome) => (
        <span key={outcome} className="block text-hint text-muted">
          {t(`of.${outcome}`, { count: outcomes[outcome] ?? 0, calls })}
        </span>
      ))}
      {!state && bad.length === 0 && '-'}
    </>
  )
}

/** What a write, or the calls of an operation, are about: first what people look for, an attachment, then its connection. */
export function Resource(row: AuditRow) {
  const t = useTranslations('audit')
  const { write, operation } = row
  const objects = objectsOf(row)
  if (objects.length === 0) return '-'
  return (
    <>
      {objects.slice(0, OBJECTS).map((id) => (
        <div key={id}>
          <ObjectName id={id} regionId={write.regionId} {...placeOf(operation)} />
        </div>
      ))}
      {objects.length > OBJECTS && (
        <span className="block text-hint text-muted">
          {t('others', { count: objects.length - OBJECTS })}
        </span>
      )}
    </>
  )
}

/** So many stand in a row: an attachment and its connection. */
const OBJECTS = 2

const RANK = ['tr-attach-', 'vco-']
const rankOf = (id: string) => (RANK.findIndex((prefix) => id.startsWith(prefix)) + 3) % 3

/** The objects of a row, the one it is about first. */
function objectsOf({ write, operation }: AuditRow): string[] {
  if (!operation) return write.resourceId ? [write.resourceId] : []
  return operation.objects.toSorted((a, b) => rankOf(a) - rankOf(b))
}

const placeOf = (operation: GroupedOperation | undefined) => ({
  cenId: operation?.place?.cenId,
  transitRouterId: operation?.place?.transitRouterId,
})

/** What a row names by id: what it is about, and what its changes tell. */
export function objectRefs(row: AuditRow): ObjectRef[] {
  const { regionId, changes } = row.write
  const told = row.operation
    ? []
    : changes.flatMap(({ from, to }) => `${from} ${to}`.match(OBJECT_ID) ?? [])
  return [...objectsOf(row).slice(0, OBJECTS), ...told].map((id) => ({ id, regionId }))
}
