'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { FormDrawer } from '@/components/form/form-drawer'
import { SelectField } from '@/components/form/select-field'
import { SwitchField } from '@/components/form/switch-field'
import { NameField, TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { Button } from '@/components/ui/button'
import { CopyableCode } from '@/components/ui/code'
import { Dialog } from '@/components/ui/dialog'
import { routes } from '@/lib/navigation/routes'
import { inviteSchema } from '@/lib/people/form'
import type { LimitName } from '@/lib/people/limits'
import { type Role, roles } from '@/lib/people/schema'

import { invite } from './actions'
import { chosenOf, LimitFields } from './limit-fields'

interface Invited extends Record<LimitName, string[]> {
  name: string
  email: string
  role: Role
  secondFactorRequired: boolean
}

export function Invite({ onClose }: { onClose: () => void }) {
  const t = useTranslations('people.invite')
  const queries = useQueryClient()
  const [token, setToken] = useState<string>()
  const defaultValues: Invited = {
    name: '',
    email: '',
    role: 'viewer',
    secondFactorRequired: false,
    ...chosenOf(undefined),
  }
  const form = useActionForm({
    schema: inviteSchema,
    defaultValues,
    action: invite,
    onSuccess: async (made) => {
      setToken(made.token)
      await queries.invalidateQueries()
    },
  })
  if (token) {
    const { name, email } = form.methods.getValues()
    return (
      <Dialog
        open
        firm
        title={t('link', { name })}
        description={t('body', { email })}
        onClose={onClose}
        footer={<Button onClick={onClose}>{t('done')}</Button>}
      >
        <CopyableCode text={`${window.location.origin}${routes.invitation(token)}`} />
      </Dialog>
    )
  }
  const { control } = form
  return (
    <FormDrawer
      title={t('title')}
      labels="people.fields"
      submitName={t('submit')}
      form={form}
      onClose={onClose}
    >
      <NameField control={control} name="name" required />
      <TextField control={control} name="email" required inputMode="email" />
      <SelectField control={control} name="role" options={roles} required />
      <SwitchField control={control} name="secondFactorRequired" />
      <LimitFields control={control} />
    </FormDrawer>
  )
}
