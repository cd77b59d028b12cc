'use client'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'

import { Rows } from '@/components/form/field-shell'
import { Form } from '@/components/form/form'
import type { useActionForm } from '@/components/form/use-action-form'

interface CredentialsFormProps<Values extends FieldValues> {
  form: ReturnType<typeof useActionForm<Values, never>>
  submitLabel: string
  onCancel?: () => void
  /** Its fields; their texts are in `shell.fields`. */
  children: ReactNode
}

/** A form by which somebody signs in, for the first time or again: Enter sends it. */
export function CredentialsForm<Values extends FieldValues>({
  form,
  children,
  ...rest
}: CredentialsFormProps<Values>) {
  return (
    <Form
      form={form}
      error={form.error}
      pending={form.pending}
      labels="shell.fields"
      enterSends
      surface="panel"
      {...rest}
    >
      <Rows>{children}</Rows>
    </Form>
  )
}
