'use client'
import { useTranslations } from 'next-intl'

import { NameField, SecretField, TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { CredentialsForm } from '@/components/shell/credentials-form'
import { linkHeld } from '@/components/shell/link-held'
import { routes } from '@/lib/navigation/routes'
import { setUpSchema } from '@/lib/people/form'
import type { ActionResult } from '@/lib/request/result'

interface FirstPerson {
  token: string
  name: string
  email: string
  password: string
}

/** Makes the first administrator, who is signed in then. */
export function SetUpForm({
  setUp,
}: {
  setUp: (first: FirstPerson) => Promise<ActionResult<void>>
}) {
  const t = useTranslations('setUp')
  const form = useActionForm({
    schema: setUpSchema,
    defaultValues: { token: '', name: '', email: '', password: '' },
    action: (first) => setUp({ ...first, token: linkHeld() }),
    onSuccess: () => window.location.assign(routes.instances()),
  })
  const { control } = form
  return (
    <CredentialsForm form={form} submitLabel={t('submit')}>
      <NameField control={control} name="name" required />
      <TextField
        control={control}
        name="email"
        required
        inputMode="email"
        autoComplete="username"
      />
      <SecretField control={control} name="password" required autoComplete="new-password" />
    </CredentialsForm>
  )
}
