'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { ReadOnlyRow } from '@/components/form/field-shell'
import { SecretField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { Dialog } from '@/components/ui/dialog'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import { signInSchema } from '@/lib/people/form'
import type { FactorKind } from '@/lib/people/schema'
import { browserQueryClient } from '@/lib/query/client'
import type { ActionResult } from '@/lib/request/result'

import { CodeField } from './code-field'
import { CredentialsForm } from './credentials-form'
import { Elsewhere } from './elsewhere'
import { PasskeySignIn, type SignInByPasskey } from './passkey-sign-in'

/** Signs in, or gives the second factors of which one is needed first. */
export type SignIn = (said: {
  email: string
  password: string
  code: string
}) => Promise<ActionResult<{ needs: FactorKind[] }>>

export interface SignInDialogProps {
  /** Of the person the page was made for. */
  email: string
  /** Who says who people are, where the console does not. */
  provider?: string | undefined
  signIn: SignIn
  /** Not where the console is reached by an address, which has no passkeys. */
  passkey: SignInByPasskey | undefined
  onClose: () => void
}

/** The sign-in over a page whose session has ended. */
export function SignInDialog({ provider, ...props }: SignInDialogProps) {
  const t = useTranslations('shell.signInAgain')
  const { email, onClose } = props
  const done = async () => {
    onClose()
    await browserQueryClient().invalidateQueries()
  }
  return (
    <Dialog open title={t('title')} description={t('body')} firm onClose={onClose}>
      {provider ? (
        <Elsewhere
          purpose="again"
          email={email}
          provider={provider}
          onDone={() => void done()}
          onCancel={onClose}
        />
      ) : (
        <PasswordForm {...props} onDone={done} />
      )}
    </Dialog>
  )
}

type PasswordFormProps = Omit<SignInDialogProps, 'provider'> & { onDone: () => Promise<void> }

function PasswordForm({ email, signIn, passkey, onClose, onDone }: PasswordFormProps) {
  const t = useTranslations('shell.signInAgain')
  const [needs, setNeeds] = useState<FactorKind[]>([])
  const form = useActionForm({
    schema: signInSchema,
    defaultValues: { email, password: '', code: '' },
    action: signIn,
    onSuccess: async (answer) => {
      setNeeds(answer.needs)
      if (answer.needs.length === 0) await onDone()
    },
  })
  return (
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
      {needs.includes('totp') && <CodeField control={form.control} name="code" takesFocus />}
      {passkey && (
        <PasskeySignIn
          needed={needs.length > 0 && !needs.includes('totp')}
          email={email}
          passkey={passkey}
          onDone={onDone}
        />
      )}
      <p className="text-hint text-muted">
        <TextLink href={routes.signIn()}>{t('other')}</TextLink>
      </p>
    </CredentialsForm>
  )
}
