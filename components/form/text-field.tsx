'use client'
import { useTranslations } from 'next-intl'
import type { HTMLAttributes, ReactNode } from 'react'
import type { FieldPathByValue, FieldValues } from 'react-hook-form'

import { Input, TextArea } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'

import { BoundField } from './bound-field'
import { useFieldTexts } from './labels'
import type { FieldProps } from './use-field'

type TextName<Values extends FieldValues> = FieldPathByValue<Values, string>

interface TextFieldProps<
  Values extends FieldValues,
  Name extends TextName<Values>,
> extends FieldProps<Values, Name> {
  mono?: boolean
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  /** Shown greyed while empty: what an empty field comes to. */
  placeholder?: string | undefined
  /** Inside the frame: a unit, the value in another notation. */
  end?: ReactNode
}

export function TextField<Values extends FieldValues, Name extends TextName<Values>>({
  mono = false,
  inputMode,
  placeholder,
  end,
  ...props
}: TextFieldProps<Values, Name>) {
  return (
    <BoundField {...props}>
      {({ ref, value, change, control, typed }) => (
        <Input
          {...control}
          {...typed}
          ref={ref}
          name={props.name}
          value={value}
          onChange={(event) => change(event.target.value as typeof value)}
          placeholder={placeholder ?? typed.placeholder}
          mono={mono}
          inputMode={inputMode}
          end={end}
        />
      )}
    </BoundField>
  )
}

/** A key: masked, revealed on request; `after` holds the button that generates one. */
export function SecretField<Values extends FieldValues, Name extends TextName<Values>>(
  props: FieldProps<Values, Name>,
) {
  return (
    <BoundField {...props}>
      {({ ref, value, change, control, typed }) => (
        <PasswordInput
          {...control}
          {...typed}
          ref={ref}
          value={value}
          onChange={(event) => change(event.target.value as typeof value)}
        />
      )}
    </BoundField>
  )
}

export function TextAreaField<Values extends FieldValues, Name extends TextName<Values>>({
  mono = false,
  ...props
}: FieldProps<Values, Name> & { mono?: boolean }) {
  return (
    <BoundField {...props}>
      {({ ref, value, change, control, typed }) => (
        <TextArea
          {...control}
          {...typed}
          ref={ref}
          name={props.name}
          rows={2}
          value={value}
          onChange={(event) => change(event.target.value as typeof value)}
          mono={mono}
        />
      )}
    </BoundField>
  )
}

/** CIDR blocks as they are pasted from elsewhere: separated by commas, spaces or line breaks. */
export function CidrListField<Values extends FieldValues, Name extends TextName<Values>>(
  props: FieldProps<Values, Name>,
) {
  const texts = useFieldTexts(props.name)
  const t = useTranslations('ui')
  return <TextAreaField {...props} mono hint={props.hint ?? texts.hint ?? t('cidrList')} />
}
