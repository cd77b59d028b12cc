'use client'
import type { ReactNode } from 'react'
import type { FieldPathByValue, FieldValues } from 'react-hook-form'

import { type Option, Select, type SelectProps } from '@/components/ui/select'

import { FieldShell } from './field-shell'
import { useFieldTexts } from './labels'
import { type FieldProps, useField } from './use-field'

interface SelectFieldProps<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
> extends FieldProps<Values, Name> {
  /** Bare values get their words from the catalogue, else show as they are. */
  options: readonly (Option | string)[]
  mono?: boolean
  loading?: boolean
  failed?: SelectProps['failed']
  empty?: ReactNode | undefined
}

export function SelectField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
>({ options, mono, loading, failed, empty, ...props }: SelectFieldProps<Values, Name>) {
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
      <Select
        id={field.id}
        ref={ref}
        options={options.map((option) =>
          typeof option === 'string' ? { value: option, label: texts.option(option) } : option,
        )}
        value={field.value}
        onChange={(value) => field.onChange(value as typeof field.value)}
        onBlur={field.onBlur}
        labelledBy={field.labelId}
        describedBy={field.describedBy}
        invalid={field.error !== undefined}
        required={props.required ?? false}
        disabled={props.disabled ?? false}
        placeholder={texts.placeholder}
        mono={mono ?? false}
        loading={loading ?? false}
        failed={failed}
        empty={empty}
      />
    </FieldShell>
  )
}
