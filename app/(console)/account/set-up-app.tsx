'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'

import { ReadOnlyRow } from '@/components/form/field-shell'
import { FormDrawer } from '@/components/form/form-drawer'
import { useActionForm } from '@/components/form/use-action-form'
import { CodeField } from '@/components/shell/code-field'
import { CopyableCode } from '@/components/ui/code'
import { QrCode } from '@/components/ui/qr-code'
import { notify } from '@/lib/notices/store'
import { codeSchema } from '@/lib/people/form'

import { confirmAuthenticator } from './actions'

interface SetUpAppProps {
  /** What the app has to know: by itself, and as an address that a camera reads. */
  made: { secret: string; address: string }
  onClose: () => void
}

/** Shows an app what it has to know, once, and takes a code of it. */
export function SetUpApp({ made, onClose }: SetUpAppProps) {
  const t = useTranslations('account.factors')
  const queries = useQueryClient()
  const router = useRouter()
  const form = useActionForm({
    schema: codeSchema,
    defaultValues: { code: '' },
    action: confirmAuthenticator,
    onSuccess: async () => {
      notify({ id: 'authenticator', state: 'done', text: t('done') })
      onClose()
      await queries.invalidateQueries()
      // Whatever was closed for want of it is open now.
      router.refresh()
    },
  })
  return (
    <FormDrawer
      ofOneself
      title={t('setUp')}
      labels="account.fields"
      submitName={t('submit')}
      form={form}
      onClose={onClose}
    >
      <ReadOnlyRow label={t('scan')}>
        <QrCode text={made.address} label={t('picture')} />
      </ReadOnlyRow>
      <ReadOnlyRow label={t('secret')}>
        <CopyableCode text={made.secret} />
      </ReadOnlyRow>
      <CodeField control={form.control} name="code" />
    </FormDrawer>
  )
}
