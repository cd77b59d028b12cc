'use client'
import { useTranslations } from 'next-intl'

import { ReadOnlyRow, Rows } from '@/components/form/field-shell'
import { Form } from '@/components/form/form'
import { SecretField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import { signInSchema } from '@/lib/people/form'
import { browserQueryClient } from '@/lib/query/client'
import type { ActionResult } from '@/lib/request/result'

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
      <Form
        form={form}
        error={form.error}
        pending={form.pending}
        labels="shell.fields"
        submitLabel={t('submit')}
        enterSends
        surface="panel"
        onCancel={onClose}
      >
        <Rows>
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
        </Rows>
      </Form>
    </Dialog>
  )
}
