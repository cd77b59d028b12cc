'use client'
import { useMessages, useTranslations } from 'next-intl'

import { labelPath, type ReadableChange, readChanges } from '@/lib/audit/readable'
import { holds } from '@/lib/i18n/pick'
import type { Change } from '@/lib/operations/schema'

/** One setting in the reader's words. */
export interface ToldChange {
  /** Tells it from the others of one write. */
  key: string
  label: string
  /** Empty for nothing. */
  from: string
  to: string
  /** What nothing is in this setting. */
  nothing: string
}

/**
 * Tells changes as the form tells its settings: `Tunnel 1 · IKE Settings · Encryption Algorithm`, on and off, the
 * words of options. Reads `operations.setting` and, as far as the page has it, `attachForm`.
 */
export function useChangeWords(): (changes: readonly Change[]) => ToldChange[] {
  const t = useTranslations()
  const messages = useMessages()
  const text = (path: string, values?: Record<string, string | number>) =>
    // The path is known only now; a name that the catalogue lacks stays as the cloud has it.
    holds(messages, path) ? t(path as 'ui.ok', values) : undefined
  const labelOf = (change: ReadableChange) => {
    const path = labelPath(change)
    const { name, key = '', tunnel, section } = change
    const label =
      text(`operations.setting.${name}`, { key }) ??
      (path && text(`${path}.label`)) ??
      `${name}${key && ` ${key}`}`
    const parts = [
      tunnel !== undefined && text('attachForm.section.tunnel', { number: tunnel + 1 }),
      section && text(`attachForm.section.${section}`),
    ].filter((part) => typeof part === 'string')
    return parts.reduceRight((whole, part) => t('ui.change.where', { part, name: whole }), label)
  }
  const valueOf = ({ name, section }: ReadableChange, value: string) => {
    if (value === '') return ''
    if (name === 'psk') return t('ui.change.secret')
    if (value === 'true' || value === 'enable') return t('ui.change.on')
    if (value === 'false' || value === 'disable' || value === 'disabled') return t('ui.change.off')
    const path = labelPath({ name, ...(section && { section }) })
    return (
      text(`operations.value.${name}.${value}`) ??
      (path && text(`${path}.options.${value}`)) ??
      value.split(',').join(', ')
    )
  }
  return (changes) =>
    readChanges(changes).map((change) => ({
      key: [change.name, change.section, change.tunnel, change.key].join(' '),
      label: labelOf(change),
      from: valueOf(change, change.from),
      to: valueOf(change, change.to),
      nothing: t(/^(local|remote)Id$/.test(change.name) ? 'ui.change.address' : 'ui.change.none'),
    }))
}
