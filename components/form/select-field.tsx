'use client'
import type { ReactNode } from 'react'
import type { FieldPathByValue, FieldValues } from 'react-hook-form'

import { type Option, Select, type SelectProps } from '@/components/ui/select'

import { BoundField } from './bound-field'
import type { FieldProps } from './use-field'

interface SelectFieldProps<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
> extends FieldProps<Values, Name> {
  /** Bare values get their words from the catalogue, else show as they are. */
  options: readonly (Option | string)[]
  mono?: boolean
  loading?: boolean
  find?: SelectProps['find']
  failed?: SelectProps['failed']
  empty?: ReactNode | undefined
}

export function SelectField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
>({
  options,
  mono = false,
  loading = false,
  find,
  failed,
  empty,
  ...props
}: SelectFieldProps<Values, Name>) {
  return (
    <BoundField {...props}>
      {({ ref, value, change, texts, control, composite }) => (
        <Select
          {...composite}
          id={control.id}
          ref={ref}
          options={options.map((option) =>
            typeof option === 'string' ? { value: option, label: texts.option(option) } : option,
          )}
          value={value}
          onChange={(chosen) => change(chosen as typeof value)}
          placeholder={texts.placeholder}
          mono={mono}
          loading={loading}
          find={find}
          failed={failed}
          empty={empty}
        />
      )}
    </BoundField>
  )
}
