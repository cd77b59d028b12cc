'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'

import { FormDrawer } from '@/components/form/form-drawer'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { notify } from '@/lib/notices/store'
import { passkeyNameSchema } from '@/lib/people/form'
import { byNewPasskey } from '@/lib/people/passkey-in-browser'

import { addPasskey, beginPasskey } from './actions'

/** Asks how a passkey is called, and the browser to make it. */
export function AddPasskey({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account.factors.passkey')
  const queries = useQueryClient()
  const router = useRouter()
  const form = useActionForm({
    schema: passkeyNameSchema,
    defaultValues: { name: '' },
    action: ({ name }, nonce) =>
      byNewPasskey(
        () => beginPasskey({}),
        (passkey) => addPasskey({ name, passkey }, nonce),
      ),
    onSuccess: async () => {
      notify({ id: 'passkey', state: 'done', text: t('done') })
      onClose()
      await queries.invalidateQueries()
      // Whatever was closed for want of it is open now.
      router.refresh()
    },
  })
  return (
    <FormDrawer
      ofOneself
      title={t('add')}
      labels="account.fields"
      submitName={t('submit')}
      form={form}
      onClose={onClose}
    >
      <TextField control={form.control} name="name" required />
    </FormDrawer>
  )
}
