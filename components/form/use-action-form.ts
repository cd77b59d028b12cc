'use client'
import { useEffect, useRef, useState } from 'react'
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  useForm,
  type UseFormReturn,
} from 'react-hook-form'
import type { z } from 'zod'

import type { ActionFailure, ActionResult } from '@/lib/result'
import { unreachable } from '@/lib/unreachable'

import { focusFirstError } from './focus'
import { useUnsavedGuard } from './use-unsaved-guard'

interface ActionFormOptions<Values extends FieldValues, Value> {
  /** What it checks with; a function brings it on the first check, for a page that loads its validator late. */
  schema: z.ZodType<unknown, Values> | (() => Promise<z.ZodType<unknown, Values>>)
  defaultValues: Values
  /** A server action made by `action()`: it gets the values as they were typed and checks them again. */
  action: (values: Values) => Promise<ActionResult<Value>>
  onSuccess: (value: Value) => void | Promise<void>
}

/**
 * The one form hook. Checks with the schema, calls the action, puts its field errors on their fields and
 * keeps the rest as `error`; then opens the section of the first error and focuses it. Give all of it to
 * `<Form form={…}>`.
 */
export function useActionForm<Values extends FieldValues, Value>({
  schema,
  defaultValues,
  action,
  onSuccess,
}: ActionFormOptions<Values, Value>) {
  const element = useRef<HTMLFormElement>(null)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<ActionFailure | undefined>()
  const [attempts, setAttempts] = useState(0)
  const methods = useForm<Values, unknown, unknown>({
    resolver: async (...check) => {
      const [{ standardSchemaResolver }, checked] = await Promise.all([
        import('@hookform/resolvers/standard-schema'),
        typeof schema === 'function' ? schema() : schema,
      ])
      return standardSchemaResolver(checked)(...check)
    },
    // The same shape: react-hook-form only allows it to be partial.
    defaultValues: defaultValues as DefaultValues<Values>,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
    // What the schema makes of the values is the server's business: to the fields the form is its values.
  }) as unknown as UseFormReturn<Values>
  const sent = useRef(false)
  const refused = useRef<Record<string, string>>({})
  const guard = useUnsavedGuard(
    () => !sent.current && JSON.stringify(methods.getValues()) !== JSON.stringify(defaultValues),
  )

  useEffect(() => {
    const form = element.current
    // After the effect: opening a section renders at once, which React refuses to do within one.
    if (attempts > 0 && form) queueMicrotask(() => focusFirstError(form))
  }, [attempts])

  const run = async () => {
    setPending(true)
    const result = await action(methods.getValues()).catch(unreachable)
    setPending(false)
    if (result.ok) {
      sent.current = true
      await onSuccess(result.value)
      return
    }
    setError(result)
    refused.current = result.fieldErrors ?? {}
  }

  const submit = async () => {
    if (pending) return
    setError(undefined)
    refused.current = {}
    await methods.handleSubmit(run)()
    for (const [path, text] of Object.entries(refused.current))
      // The server speaks of the same schema, so its paths are ours.
      methods.setError(path as FieldPath<Values>, { type: 'server', message: text })
    setAttempts((count) => count + 1)
  }

  /** What was sent came to nothing: the form is unsaved again. */
  const reopen = () => {
    sent.current = false
  }

  return { methods, control: methods.control, element, pending, error, submit, reopen, guard }
}
