'use client'
import { useTranslations } from 'next-intl'
import type { FieldPathByValue, FieldValues } from 'react-hook-form'

import { TextArea } from '@/components/ui/input'

import { FieldShell } from './field-shell'
import { useFieldTexts } from './labels'
import { type FieldProps, useField } from './use-field'

interface TextAreaFieldProps<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
> extends FieldProps<Values, Name> {
  mono?: boolean
}

export function TextAreaField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
>(props: TextAreaFieldProps<Values, Name>) {
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
      <TextArea
        id={field.id}
        ref={ref}
        name={props.name}
        rows={2}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value as typeof field.value)}
        onBlur={field.onBlur}
        invalid={field.error !== undefined}
        aria-describedby={field.describedBy}
        aria-required={props.required}
        disabled={props.disabled}
        placeholder={texts.placeholder}
        mono={props.mono ?? false}
      />
    </FieldShell>
  )
}

/** CIDR blocks as they are pasted from elsewhere: separated by commas, spaces or line breaks. */
export function CidrListField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
>(props: FieldProps<Values, Name>) {
  const texts = useFieldTexts(props.name)
  const t = useTranslations('ui')
  return <TextAreaField {...props} mono hint={props.hint ?? texts.hint ?? t('cidrList')} />
}
