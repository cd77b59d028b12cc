'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { SecretField, TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { CodeField } from '@/components/shell/code-field'
import { CredentialsForm } from '@/components/shell/credentials-form'
import { PasskeySignIn, type SignInByPasskey } from '@/components/shell/passkey-sign-in'
import type { SignIn } from '@/components/shell/sign-in-dialog'
import { signInSchema } from '@/lib/people/form'
import type { FactorKind } from '@/lib/people/schema'

interface SignInFormProps {
  /** Where it leads, an address of the console. */
  next: string
  signIn: SignIn
  /** Not where the console is reached by an address, which has no passkeys. */
  passkey: SignInByPasskey | undefined
}

export function SignInForm({ next, signIn, passkey }: SignInFormProps) {
  const t = useTranslations('signIn')
  const [needs, setNeeds] = useState<FactorKind[]>([])
  // A full load: what was read before belongs to nobody.
  const enter = () => window.location.assign(next)
  const form = useActionForm({
    schema: signInSchema,
    defaultValues: { email: '', password: '', code: '' },
    action: signIn,
    onSuccess: (answer) => {
      setNeeds(answer.needs)
      if (answer.needs.length === 0) enter()
    },
  })
  const { control } = form
  return (
    <>
      <CredentialsForm form={form} submitLabel={t('submit')}>
        <TextField
          control={control}
          name="email"
          required
          inputMode="email"
          autoComplete="username"
        />
        <SecretField control={control} name="password" required autoComplete="current-password" />
        {needs.includes('totp') && <CodeField control={control} name="code" takesFocus />}
      </CredentialsForm>
      {passkey && (
        <div className="mt-4 border-t border-line pt-4">
          <PasskeySignIn
            needed={needs.length > 0 && !needs.includes('totp')}
            email=""
            passkey={passkey}
            onDone={enter}
          />
        </div>
      )}
    </>
  )
}
