'use client'
import { useTranslations } from 'next-intl'

import { ReadOnlyRow } from '@/components/form/field-shell'
import { SecretField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import { signInSchema } from '@/lib/people/form'
import { browserQueryClient } from '@/lib/query/client'
import type { ActionResult } from '@/lib/request/result'

import { CredentialsForm } from './credentials-form'

export interface SignInDialogProps {
  /** Of the person the page was made for. */
  email: string
  signIn: (said: { email: string; password: string }) => Promise<ActionResult<void>>
  onClose: () => void
}

/** The sign-in over a page whose session has ended. */
export function SignInDialog({ email, signIn, onClose }: SignInDialogProps) {
  const t = useTranslations('shell.signInAgain')
  const form = useActionForm({
    schema: signInSchema,
    defaultValues: { email, password: '' },
    action: signIn,
    onSuccess: async () => {
      onClose()
      await browserQueryClient().invalidateQueries()
    },
  })
  return (
    <Dialog open title={t('title')} description={t('body')} firm onClose={onClose}>
      <CredentialsForm form={form} submitLabel={t('submit')} onCancel={onClose}>
        <ReadOnlyRow label={t('as')}>
          <bdi>{email}</bdi>
        </ReadOnlyRow>
        <SecretField
          control={form.control}
          name="password"
          required
          autoComplete="current-password"
        />
        <p className="text-hint text-muted">
          <TextLink href={routes.signIn()}>{t('other')}</TextLink>
        </p>
      </CredentialsForm>
    </Dialog>
  )
}
