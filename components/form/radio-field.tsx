'use client'
import type { FieldPathByValue, FieldValues } from 'react-hook-form'

import { type Choice, RadioGroup, type RadioGroupProps } from '@/components/ui/radio-group'

import { BoundField } from './bound-field'
import type { FieldProps } from './use-field'

interface RadioFieldProps<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
> extends FieldProps<Values, Name> {
  /** Bare values get their words from the catalogue. */
  choices: readonly (Omit<Choice, 'label'> | string)[]
  variant?: RadioGroupProps['variant']
}

export function RadioField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
>({ choices, variant = 'radio', ...props }: RadioFieldProps<Values, Name>) {
  return (
    <BoundField {...props} group>
      {({ ref, value, change, texts, composite }) => (
        <RadioGroup
          {...composite}
          ref={ref}
          choices={choices.map((choice) => {
            const given = typeof choice === 'string' ? { value: choice } : choice
            return { ...given, label: texts.option(given.value) }
          })}
          value={value}
          onChange={(chosen) => change(chosen as typeof value)}
          variant={variant}
        />
      )}
    </BoundField>
  )
}

/** Radio buttons side by side in one frame. */
export function SegmentedField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, string>,
>(props: Omit<RadioFieldProps<Values, Name>, 'variant'>) {
  return <RadioField {...props} variant="segmented" />
}

/** Yes or No, for a setting whose two sides both deserve a word. */
export function YesNoField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, boolean>,
>(props: FieldProps<Values, Name>) {
  return (
    <BoundField {...props} group>
      {({ ref, value, change, texts, composite }) => (
        <RadioGroup
          {...composite}
          ref={ref}
          choices={['yes', 'no'].map((choice) => ({ value: choice, label: texts.option(choice) }))}
          value={value ? 'yes' : 'no'}
          onChange={(chosen) => change((chosen === 'yes') as typeof value)}
        />
      )}
    </BoundField>
  )
}
