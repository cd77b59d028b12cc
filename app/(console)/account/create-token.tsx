'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { ChoicesField } from '@/components/form/choices-field'
import { FormDrawer } from '@/components/form/form-drawer'
import { SelectField } from '@/components/form/select-field'
import { NameField, TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { Button } from '@/components/ui/button'
import { CopyableCode } from '@/components/ui/code'
import { Dialog } from '@/components/ui/dialog'
import { useOwnAccount } from '@/components/write/account-context'
import { newTokenSchema } from '@/lib/people/form'
import { type Role, roles } from '@/lib/people/schema'

import { createToken } from './actions'

interface Chosen {
  name: string
  role: Role
  profiles: string[]
  days: string
}

/** Makes an API token and shows it, once. */
export function CreateToken({ onClose }: { onClose: () => void }) {
  const t = useTranslations('apiTokens')
  const queries = useQueryClient()
  const own = useOwnAccount()
  const [token, setToken] = useState<string>()
  const defaultValues: Chosen = { name: '', role: 'viewer', profiles: [], days: '90' }
  const form = useActionForm({
    schema: newTokenSchema,
    defaultValues,
    action: createToken,
    onSuccess: async (made) => {
      setToken(made.token)
      await queries.invalidateQueries()
    },
  })
  if (token)
    return (
      <Dialog
        open
        firm
        title={t('made', { name: form.methods.getValues().name })}
        description={t('once')}
        onClose={onClose}
        footer={<Button onClick={onClose}>{t('close')}</Button>}
      >
        <CopyableCode text={token} />
        <p className="mt-3 mb-1 text-label">{t('example')}</p>
        <CopyableCode
          text={`curl -H "Authorization: Bearer $TOKEN" ${window.location.origin}/api/cen`}
        />
      </Dialog>
    )
  const { control } = form
  const highest = roles.indexOf(own?.role ?? 'viewer')
  return (
    <FormDrawer
      ofOneself
      title={t('create')}
      labels="apiTokens.fields"
      submitName={t('submit')}
      form={form}
      onClose={onClose}
    >
      <NameField control={control} name="name" required />
      <SelectField
        control={control}
        name="role"
        options={roles.filter((_, at) => at <= highest)}
        required
      />
      <ChoicesField
        control={control}
        name="profiles"
        choices={(own?.accounts ?? []).map(({ name, accountId }) => ({
          value: name,
          label: name,
          detail: accountId,
        }))}
      />
      <TextField control={control} name="days" required inputMode="numeric" />
    </FormDrawer>
  )
}
