import type { ConnectionFormValues } from '@/lib/connection-form/values'

/**
 * What was typed, on top of what somebody else made of the connection meanwhile: a field that the reader did not
 * touch gets their value, one that both changed keeps the reader's.
 */
export const rebased = (
  typed: ConnectionFormValues,
  { was, now }: { was: ConnectionFormValues; now: ConnectionFormValues },
): ConnectionFormValues => merge(typed, was, now) as ConnectionFormValues

function merge(typed: unknown, was: unknown, now: unknown): unknown {
  if (typeof typed !== 'object' || typed === null) return typed === was ? now : typed
  const entries = Object.entries(typed).map(([name, value]) => [
    name,
    merge(value, at(was, name), at(now, name)),
  ])
  const merged = Object.fromEntries(entries) as object
  return Array.isArray(typed) ? Object.values(merged) : merged
}

const at = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
