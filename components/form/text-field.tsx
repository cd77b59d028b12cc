'use client'
import type { HTMLAttributes, ReactNode } from 'react'
import type { FieldPathByValue, FieldValues } from 'react-hook-form'

import { Input } from '@/components/ui/input'

import { FieldShell } from './field-shell'
import { useFieldTexts } from './labels'
import { type FieldProps, useField } from './use-field'

interface TextFieldProps<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
> extends FieldProps<Values, Name> {
  mono?: boolean
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  /** Shown greyed while empty: what an empty field comes to. */
  placeholder?: string | undefined
  /** Inside the frame: a unit, the value in another notation. */
  end?: ReactNode
}

export function TextField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
>(props: TextFieldProps<Values, Name>) {
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
      <Input
        id={field.id}
        ref={ref}
        name={props.name}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value as typeof field.value)}
        onBlur={field.onBlur}
        invalid={field.error !== undefined}
        aria-describedby={field.describedBy}
        aria-required={props.required}
        disabled={props.disabled}
        placeholder={props.placeholder ?? texts.placeholder}
        mono={props.mono ?? false}
        inputMode={props.inputMode}
        end={props.end}
      />
    </FieldShell>
  )
}
