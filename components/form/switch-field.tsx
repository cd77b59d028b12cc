'use client'
import type { FieldPathByValue, FieldValues } from 'react-hook-form'

import { Checkbox, Switch } from '@/components/ui/choice'

import { FieldShell } from './field-shell'
import { useFieldTexts } from './labels'
import { type FieldProps, useField } from './use-field'

/** A setting that is on or off, in a row of its own. */
export function SwitchField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, boolean>,
>(props: FieldProps<Values, Name>) {
  const { ref, ...field } = useField(props)
  const texts = useFieldTexts(props.name)
  return (
    <FieldShell
      {...field}
      htmlFor={field.id}
      label={texts.label}
      hint={props.hint ?? texts.hint}
      warning={props.warning}
      after={props.after}
    >
      <span className="flex h-8 items-center">
        <Switch
          id={field.id}
          ref={ref}
          checked={field.value}
          onChange={(event) => field.onChange(event.target.checked as typeof field.value)}
          onBlur={field.onBlur}
          aria-describedby={field.describedBy}
          disabled={props.disabled}
        />
      </span>
    </FieldShell>
  )
}

/** The switch alone, named by the field's label: for the band of a section. */
export function BandSwitch<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, boolean>,
>(props: FieldProps<Values, Name>) {
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
export function CheckboxField<
  Values extends FieldValues,
  Name extends FieldPathByValue<Values, boolean>,
>(props: FieldProps<Values, Name>) {
  const { ref, ...field } = useField(props)
  const texts = useFieldTexts(props.name)
  return (
    <FieldShell
      {...field}
      label=""
      hint={props.hint ?? texts.hint}
      warning={props.warning}
      after={props.after}
    >
      <Checkbox
        ref={ref}
        checked={field.value}
        onChange={(event) => field.onChange(event.target.checked as typeof field.value)}
        onBlur={field.onBlur}
        aria-describedby={field.describedBy}
        disabled={props.disabled}
      >
        {texts.label}
      </Checkbox>
    </FieldShell>
  )
}
