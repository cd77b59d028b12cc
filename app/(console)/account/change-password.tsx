'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Rows } from '@/components/form/field-shell'
import { Form } from '@/components/form/form'
import { SecretField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { notify } from '@/lib/notices/store'
import { changePasswordSchema } from '@/lib/people/form'

import { changePassword } from './actions'

/** Asks for the current password too: an open browser is no proof of who sits before it. */
export function ChangePassword({ email }: { email: string }) {
  // Emptied by beginning anew.
  const [round, setRound] = useState(0)
  return <PasswordForm key={round} email={email} onDone={() => setRound(round + 1)} />
}

function PasswordForm({ email, onDone }: { email: string; onDone: () => void }) {
  const t = useTranslations('account.password')
  const form = useActionForm({
    schema: changePasswordSchema,
    defaultValues: { current: '', password: '' },
    action: changePassword,
    onSuccess: () => {
      notify({ id: 'password', state: 'done', text: t('done') })
      onDone()
    },
  })
  return (
    <section aria-labelledby="own-password" className="max-w-160">
      <h2 id="own-password" className="mb-3 text-section font-semibold">
        {t('title')}
      </h2>
      <Form
        ofOneself
        form={form}
        error={form.error}
        pending={form.pending}
        labels="account.fields"
        submitLabel={t('submit')}
        surface="part"
      >
        {/* For a password manager, which keeps the password under it. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <Rows>
          <SecretField
            control={form.control}
            name="current"
            required
            autoComplete="current-password"
          />
          <SecretField
            control={form.control}
            name="password"
            required
            autoComplete="new-password"
          />
        </Rows>
      </Form>
    </section>
  )
}
