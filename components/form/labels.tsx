'use client'
import { useMessages, useTranslations } from 'next-intl'
import { createContext, type ReactNode, use } from 'react'

import { holds, type Namespace } from '@/lib/i18n/pick'
import { referenceOf } from '@/lib/navigation/references'

const LabelsContext = createContext<Namespace | undefined>(undefined)

export const LabelsProvider = LabelsContext

export interface FieldTexts {
  label: string
  hint: ReactNode
  placeholder: string | undefined
  /** What the parameter of this label is about, in a few sentences, and where Alibaba's reference has it. */
  help: { label: string; text: string; reference: string | undefined } | undefined
  /** The text of one of the field's values; the value itself where the catalogue has none (`aes256`). */
  option: (value: string) => string
}

/**
 * The texts of a form field: `label`, `hint`, `placeholder`, `help` and `options.VALUE` under the field's path
 * without its array positions (`tunnels.0.psk` reads `tunnels.psk.label`), in the form's own namespace.
 */
export function useFieldTexts(name: string): FieldTexts {
  const namespace = use(LabelsContext)
  if (!namespace) throw new Error(`${name} stands outside a form.`)
  const t = useTranslations()
  const messages = useMessages()
  const path = `${namespace}.${name.replace(/\.\d+(?=\.|$)/g, '')}`
  // The path is known only now; a label that is missing shows as its key.
  const key = (leaf: string) => `${path}.${leaf}` as 'ui.ok'
  // Most leaves are missing, and `t.has` throws and catches an error for each of those.
  const has = (leaf: string) => holds(messages, key(leaf))
  const optional = (leaf: string) => (has(leaf) ? t(key(leaf)) : undefined)
  const label = t(key('label'))
  const text = optional('help')
  return {
    label,
    hint: has('hint') ? t.rich(key('hint'), richText) : undefined,
    placeholder: optional('placeholder'),
    help: text === undefined ? undefined : { label, text, reference: referenceOf(namespace, name) },
    option: (value) => optional(`options.${value}`) ?? value,
  }
}

const richText = {
  b: (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>,
  code: (chunks: ReactNode) => <span className="mono">{chunks}</span>,
}
