'use client'
import type { FieldPathByValue, FieldValues } from 'react-hook-form'

import { Checkbox, Switch } from '@/components/ui/choice'

import { BoundField } from './bound-field'
import { useFieldTexts } from './labels'
import { type FieldProps, useField } from './use-field'

type SwitchName<Values extends FieldValues> = FieldPathByValue<Values, boolean>

/** A setting that is on or off, in a row of its own. */
export function SwitchField<Values extends FieldValues, Name extends SwitchName<Values>>(
  props: FieldProps<Values, Name>,
) {
  return (
    <BoundField {...props}>
      {({ ref, value, change, control }) => (
        <span className="flex h-8 items-center">
          <Switch
            {...control}
            ref={ref}
            checked={value}
            onChange={(event) => change(event.target.checked as typeof value)}
          />
        </span>
      )}
    </BoundField>
  )
}

/** The switch alone, named by the field's label: for the band of a section. */
export function BandSwitch<Values extends FieldValues, Name extends SwitchName<Values>>(
  props: FieldProps<Values, Name>,
) {
  const { ref, ...field } = useField(props)
  const { label } = useFieldTexts(props.name)
  return (
    <Switch
      ref={ref}
      aria-label={label}
      checked={field.value}
      onChange={(event) => field.onChange(event.target.checked as typeof field.value)}
      onBlur={field.onBlur}
      disabled={props.disabled}
    />
  )
}

/** A checkbox with its label at its right, under the controls of the other rows. */
export function CheckboxField<Values extends FieldValues, Name extends SwitchName<Values>>(
  props: FieldProps<Values, Name>,
) {
  return (
    <BoundField {...props} labelled={false}>
      {({ ref, value, change, texts, control }) => (
        <Checkbox
          {...control}
          ref={ref}
          checked={value}
          onChange={(event) => change(event.target.checked as typeof value)}
        >
          {texts.label}
        </Checkbox>
      )}
    </BoundField>
  )
}
