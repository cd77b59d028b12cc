'use client'
import { useTranslations } from 'next-intl'

import { SecretField, TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { CredentialsForm } from '@/components/shell/credentials-form'
import { signInSchema } from '@/lib/people/form'
import type { ActionResult } from '@/lib/request/result'

interface SignInFormProps {
  /** Where it leads, an address of the console. */
  next: string
  signIn: (said: { email: string; password: string }) => Promise<ActionResult<void>>
}

export function SignInForm({ next, signIn }: SignInFormProps) {
  const t = useTranslations('signIn')
  const form = useActionForm({
    schema: signInSchema,
    defaultValues: { email: '', password: '' },
    action: signIn,
    // A full load: what was read before belongs to nobody.
    onSuccess: () => window.location.assign(next),
  })
  const { control } = form
  return (
    <CredentialsForm form={form} submitLabel={t('submit')}>
      <TextField
        control={control}
        name="email"
        required
        inputMode="email"
        autoComplete="username"
      />
      <SecretField control={control} name="password" required autoComplete="current-password" />
    </CredentialsForm>
  )
}
