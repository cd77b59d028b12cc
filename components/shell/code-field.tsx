'use client'
import { useEffect } from 'react'
import { type FieldPathByValue, type FieldValues, useFormContext } from 'react-hook-form'

import { TextField } from '@/components/form/text-field'
import type { FieldProps } from '@/components/form/use-field'

type CodeName<Values extends FieldValues> = FieldPathByValue<Values, string>

/** The code that a person's app shows. `takesFocus`: when it comes, after the password. */
export function CodeField<Values extends FieldValues, Name extends CodeName<Values>>({
  takesFocus = false,
  ...props
}: Pick<FieldProps<Values, Name>, 'control' | 'name'> & { takesFocus?: boolean }) {
  const { setFocus } = useFormContext<Values>()
  useEffect(() => {
    if (takesFocus) setFocus(props.name)
  }, [takesFocus, setFocus, props.name])
  return <TextField {...props} required mono inputMode="numeric" autoComplete="one-time-code" />
}
