'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { FormDrawer } from '@/components/form/form-drawer'
import { SelectField } from '@/components/form/select-field'
import { SwitchField } from '@/components/form/switch-field'
import { useActionForm } from '@/components/form/use-action-form'
import { notify } from '@/lib/notices/store'
import { changeRoleSchema } from '@/lib/people/form'
import { type Member, roles } from '@/lib/people/schema'

import { changeRole } from './actions'
import { chosenOf, LimitFields } from './limit-fields'

interface ChangeRoleProps {
  member: Member
  /** The provider says what people may do, and asks for second factors. */
  rolesElsewhere: boolean
  onClose: () => void
}

export function ChangeRole({ member, rolesElsewhere, onClose }: ChangeRoleProps) {
  const t = useTranslations('people.role')
  const queries = useQueryClient()
  const { personId, name, role, limits, secondFactorRequired } = member
  const form = useActionForm({
    schema: changeRoleSchema,
    defaultValues: { personId, role, secondFactorRequired, ...chosenOf(limits) },
    action: changeRole,
    onSuccess: async () => {
      notify({ id: personId, state: 'done', text: t('done', { name }) })
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <FormDrawer
      title={t('title', { name })}
      labels="people.fields"
      submitName={t('submit')}
      form={form}
      onClose={onClose}
    >
      <SelectField
        control={form.control}
        name="role"
        options={roles}
        required
        disabled={rolesElsewhere}
        {...(rolesElsewhere && { hint: t('elsewhere') })}
      />
      {!rolesElsewhere && <SwitchField control={form.control} name="secondFactorRequired" />}
      <LimitFields control={form.control} limits={limits} />
    </FormDrawer>
  )
}
