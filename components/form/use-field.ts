'use client'
import { useCallback, useEffect, useEffectEvent, useId, useRef } from 'react'
import {
  type Control,
  type FieldError,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  useController,
  useFormContext,
} from 'react-hook-form'

import { message, carried, type Packed } from '@/lib/i18n/message'
import { correctionOf } from '@/lib/text/correction'
import { trimEnds } from '@/lib/text/trim'

import { type Advice, useAdvice } from './advice'
import { focusField } from './focus'

export interface FieldProps<Values extends FieldValues, Name extends FieldPath<Values>> {
  control: Control<Values>
  /** The path of the value, which is also the path of its texts in the catalogue. */
  name: Name
  required?: boolean
  disabled?: boolean
  /** Instead of the catalogue's hint, where it depends on other values. */
  hint?: React.ReactNode
  /** Beside the control: a button that fills it, or makes what it asks for. */
  after?: React.ReactNode
  /** What is worth knowing of the value though it is right, or nothing. */
  remark?: (value: string) => Packed | undefined
  /** What mends an error whose words do not say it. */
  correct?: (error: Packed) => Advice['fix']
  /** A key: every sign counts, so nothing is trimmed. */
  verbatim?: boolean
  /** After the value changed: the place to reset what depends on it. */
  onChanged?: (value: FieldPathValue<Values, Name>) => void
}

/**
 * Binds one value to one control. The value is checked when the control is left, then on each change
 * for as long as it is wrong; leaving any control checks again whatever else is still wrong.
 */
export function useField<Values extends FieldValues, Name extends FieldPath<Values>>({
  control,
  name,
  verbatim,
  remark,
  correct,
  onChanged,
}: FieldProps<Values, Name>) {
  const id = useId()
  const { trigger, setValue } = useFormContext<Values>()
  const { field, fieldState } = useController({ control, name })
  const error = fieldState.error && carried(fieldState.error.message ?? '')
  const ruled = useAdvice(name)
  const said = own(name, field.value, error, { remark, correct })
  const advice = error ? (said ?? ruled) : (ruled ?? said)
  const element = useRef<unknown>(null)
  const { ref: registered } = field
  const ref = useCallback(
    (control: unknown) => {
      element.current = control
      registered(control)
    },
    [registered],
  )
  const change = (value: FieldPathValue<Values, Name>) => {
    field.onChange(value)
    if (error) void trigger(name)
    onChanged?.(value)
  }
  const adopt = useEffectEvent(() => {
    const early = standing(element.current, field.value)
    if (early !== undefined && early !== field.value) change(early as typeof field.value)
  })
  // After all effects: it may open the section around it, which listens only then.
  useEffect(() => queueMicrotask(adopt), [])
  return {
    id,
    path: name,
    labelId: `${id}-label`,
    describedBy: `${id}-text`,
    error,
    advice,
    mend: (fix: NonNullable<Advice['fix']>) => {
      const set = typeof fix.set === 'function' ? fix.set() : fix.set
      // The rules speak of this form, so their paths and values are ours.
      const paths = Object.keys(set) as FieldPath<Values>[]
      for (const path of paths)
        setValue(path, set[path] as FieldPathValue<Values, typeof path>, { shouldDirty: true })
      // The button goes with what it mended: the focus is on what it changed, once that is drawn.
      requestAnimationFrame(() => paths[0] && focusField(paths[0]))
      void trigger([name, ...paths])
    },
    value: field.value,
    ref,
    onChange: change,
    onBlur: () => {
      const value: unknown = field.value
      if (typeof value === 'string' && !verbatim && trimEnds(value) !== value)
        change(trimEnds(value) as typeof field.value)
      field.onBlur()
      // Read past the proxy of `formState`, which would make the whole form follow every error.
      const others = wrongFields(control._formState.errors).filter((path) => path !== name)
      if (others.length > 0) void trigger(others as FieldPath<Values>[])
    },
  }
}

/** The paths of the fields in error. */
export function wrongFields(errors: object, path = ''): string[] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null || key === 'root') return []
    const here = path ? `${path}.${key}` : key
    return isFieldError(value) ? [here] : wrongFields(value, here)
  })
}

const isFieldError = (value: object): value is FieldError =>
  'type' in value && typeof value.type === 'string'

/** What was typed or pressed before the page came to life: it stands in the control only. */
function standing(control: unknown, value: unknown): unknown {
  if (control instanceof HTMLTextAreaElement) return control.value
  if (!(control instanceof HTMLInputElement)) return undefined
  if (control.type === 'checkbox') return control.checked
  if (control.type !== 'radio') return control.value
  const group = control.closest('[role=radiogroup]')
  const chosen = group?.querySelector<HTMLInputElement>('input:checked')?.value
  return typeof value === 'boolean' ? chosen === 'yes' : chosen
}

interface Says {
  remark: ((value: string) => Packed | undefined) | undefined
  correct: ((error: Packed) => Advice['fix']) | undefined
}

/** What is said of a value without the rules of a form: the correction of an error, or a remark. */
function own(
  path: string,
  value: unknown,
  error: Packed | undefined,
  { remark, correct }: Says,
): Advice | undefined {
  if (typeof value !== 'string') return undefined
  if (error === undefined) {
    const said = remark?.(value)
    return said === undefined ? undefined : { message: said, severity: 'warning' }
  }
  const fix = correct?.(error)
  if (fix) return { message: error, severity: 'error', fix }
  const corrected = correctionOf(error, value)
  if (corrected === undefined) return undefined
  const label = message('fix.use', { value: corrected })
  return { message: error, severity: 'error', fix: { label, set: { [path]: corrected } } }
}
