'use client'
import { useTranslations } from 'next-intl'

import { SecretField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { CredentialsForm } from '@/components/shell/credentials-form'
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
    <CredentialsForm form={form} submitLabel={t('submit')}>
      <SecretField control={form.control} name="password" required autoComplete="new-password" />
    </CredentialsForm>
  )
}
