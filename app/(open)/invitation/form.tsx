'use client'
import { useTranslations } from 'next-intl'

import { Rows } from '@/components/form/field-shell'
import { Form } from '@/components/form/form'
import { SecretField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { linkHeld } from '@/components/shell/link-held'
import { routes } from '@/lib/navigation/routes'
import { acceptSchema } from '@/lib/people/form'
import type { ActionResult } from '@/lib/request/result'

interface AcceptFormProps {
  accept: (said: { token: string; password: string }) => Promise<ActionResult<void>>
}

/** Whoever was invited chooses a password and is signed in. */
export function AcceptForm({ accept }: AcceptFormProps) {
  const t = useTranslations('invitation')
  const form = useActionForm({
    schema: acceptSchema,
    defaultValues: { token: '', password: '' },
    action: ({ password }) => accept({ token: linkHeld(), password }),
    onSuccess: () => window.location.assign(routes.instances()),
  })
  return (
    <Form
      form={form}
      error={form.error}
      pending={form.pending}
      labels="shell.fields"
      submitLabel={t('submit')}
      enterSends
      surface="panel"
    >
      <Rows>
        <SecretField control={form.control} name="password" required autoComplete="new-password" />
      </Rows>
    </Form>
  )
}
