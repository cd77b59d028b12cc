'use client'
import type { FieldPathByValue, FieldValues } from 'react-hook-form'

import { type Choice, RadioGroup, type RadioGroupProps } from '@/components/ui/radio-group'

import { FieldShell } from './field-shell'
import { useFieldTexts } from './labels'
import { type FieldProps, useField } from './use-field'

interface RadioFieldProps<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
> extends FieldProps<Values, Name> {
  /** Bare values get their words from the catalogue. */
  choices: readonly (Omit<Choice, 'label'> | string)[]
  look?: RadioGroupProps['look']
}

export function RadioField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
>({ choices, look, ...props }: RadioFieldProps<Values, Name>) {
  const { ref, ...field } = useField(props)
  const texts = useFieldTexts(props.name)
  return (
    <FieldShell
      {...field}
      label={texts.label}
      required={props.required}
      hint={props.hint ?? texts.hint}
      warning={props.warning}
      after={props.after}
    >
      <RadioGroup
        ref={ref}
        choices={choices.map((choice) => {
          const given = typeof choice === 'string' ? { value: choice } : choice
          return { ...given, label: texts.option(given.value) }
        })}
        value={field.value}
        onChange={(value) => field.onChange(value as typeof field.value)}
        onBlur={field.onBlur}
        labelledBy={field.labelId}
        describedBy={field.describedBy}
        invalid={field.error !== undefined}
        required={props.required ?? false}
        disabled={props.disabled ?? false}
        look={look ?? 'radio'}
      />
    </FieldShell>
  )
}

/** Radio buttons side by side in one frame. */
export function SegmentedField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
>(props: Omit<RadioFieldProps<Values, Name>, 'look'>) {
  return <RadioField {...props} look="segmented" />
}

/** Yes or No, for a setting whose two sides both deserve a word. */
export function YesNoField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, boolean>,
>(props: FieldProps<Values, Name>) {
  const { ref, ...field } = useField(props)
  const texts = useFieldTexts(props.name)
  return (
    <FieldShell
      {...field}
      label={texts.label}
      required={props.required}
      hint={props.hint ?? texts.hint}
      warning={props.warning}
      after={props.after}
    >
      <RadioGroup
        ref={ref}
        choices={['yes', 'no'].map((value) => ({ value, label: texts.option(value) }))}
        value={field.value ? 'yes' : 'no'}
        onChange={(value) => field.onChange((value === 'yes') as typeof field.value)}
        onBlur={field.onBlur}
        labelledBy={field.labelId}
        describedBy={field.describedBy}
        disabled={props.disabled ?? false}
      />
    </FieldShell>
  )
}
