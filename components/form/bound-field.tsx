'use client'
import { useTranslations } from 'next-intl'
import type { FocusEventHandler, ReactNode } from 'react'
import type { FieldPath, FieldPathValue, FieldValues } from 'react-hook-form'

import { FieldShell } from './field-shell'
import { type FieldTexts, useFieldTexts } from './labels'
import { type FieldProps, useField } from './use-field'

/** What a control needs to show one value of the form and to change it. */
interface Bound<Value> {
  ref: (control: unknown) => void
  value: Value
  change: (value: Value) => void
  texts: FieldTexts
  /** For one native control. */
  control: {
    id: string
    disabled: boolean | undefined
    onBlur: FocusEventHandler
    'aria-describedby': string
  }
  /** For one native control into which something is typed, beside `control`. */
  typed: { invalid: boolean; 'aria-required': boolean | undefined; placeholder: string | undefined }
  /** For a control of our own that is made of several. */
  composite: {
    onBlur: FocusEventHandler
    labelledBy: string
    describedBy: string
    invalid: boolean
    required: boolean
    disabled: boolean
  }
}

interface BoundFieldProps<
  Values extends FieldValues,
  Name extends FieldPath<Values>,
> extends FieldProps<Values, Name> {
  /** Several controls under one label, which then names no control of its own. */
  group?: boolean
  /** Left out where the control itself shows its label. */
  labelled?: boolean
  children: (bound: Bound<FieldPathValue<Values, Name>>) => ReactNode
}

/** One row of a form: a value of it bound to the control that `children` draws, under the texts of the catalogue. */
export function BoundField<Values extends FieldValues, Name extends FieldPath<Values>>({
  group = false,
  labelled = true,
  children,
  ...props
}: BoundFieldProps<Values, Name>) {
  const t = useTranslations('ui')
  const { name, required, disabled, hint, after } = props
  const { ref, value, onChange, onBlur, id, ...shown } = useField(props)
  const texts = useFieldTexts(name)
  const invalid = shown.error !== undefined
  return (
    <FieldShell
      {...shown}
      {...(!group && labelled && { htmlFor: id })}
      label={labelled ? texts.label : ''}
      required={required}
      hint={hint ?? texts.hint}
      help={texts.help}
      after={after}
    >
      {children({
        ref,
        value,
        change: onChange,
        texts,
        control: { id, disabled, onBlur, 'aria-describedby': shown.describedBy },
        typed: {
          invalid,
          'aria-required': required,
          placeholder: texts.placeholder && t('example', { example: texts.placeholder }),
        },
        composite: {
          onBlur,
          labelledBy: shown.labelId,
          describedBy: shown.describedBy,
          invalid,
          required: required ?? false,
          disabled: disabled ?? false,
        },
      })}
    </FieldShell>
  )
}
