import type { ComponentProps, ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'

import { Drawer } from '@/components/ui/drawer'

import { Rows } from './field-shell'
import { Form } from './form'
import type { useActionForm } from './use-action-form'

interface FormDrawerProps<Values extends FieldValues> extends Pick<
  ComponentProps<typeof Form<Values>>,
  'labels' | 'submitName' | 'ofOneself' | 'children'
> {
  title: string
  subtitle?: ReactNode
  form: ReturnType<typeof useActionForm<Values, never>>
  /** Closes it when nothing would be lost, or the reader wants so. */
  onClose: () => void
}

/** A form in the right-hand panel: what is made from a list, beside the list. */
export function FormDrawer<Values extends FieldValues>({
  title,
  subtitle,
  form,
  onClose,
  children,
  ...texts
}: FormDrawerProps<Values>) {
  return (
    <Drawer title={title} subtitle={subtitle} onClose={() => form.guard.leave(onClose)}>
      <Form
        {...texts}
        form={form}
        error={form.error}
        pending={form.pending}
        surface="panel"
        onCancel={onClose}
      >
        <Rows>{children}</Rows>
      </Form>
    </Drawer>
  )
}
