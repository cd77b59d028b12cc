'use client'
import type { FieldPathByValue, FieldValues } from 'react-hook-form'

import { PasswordInput } from '@/components/ui/password-input'

import { FieldShell } from './field-shell'
import { useFieldTexts } from './labels'
import { type FieldProps, useField } from './use-field'

/** A key: masked, revealed on request; `after` holds the button that generates one. */
export function SecretField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
>(props: FieldProps<Values, Name>) {
  const { ref, ...field } = useField(props)
  const texts = useFieldTexts(props.name)
  return (
    <FieldShell
      {...field}
      htmlFor={field.id}
      label={texts.label}
      required={props.required}
      hint={props.hint ?? texts.hint}
      warning={props.warning}
      after={props.after}
    >
      <PasswordInput
        id={field.id}
        ref={ref}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value as typeof field.value)}
        onBlur={field.onBlur}
        invalid={field.error !== undefined}
        aria-describedby={field.describedBy}
        aria-required={props.required}
        disabled={props.disabled}
        placeholder={texts.placeholder}
      />
    </FieldShell>
  )
}
