'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { FormDrawer } from '@/components/form/form-drawer'
import { TagField } from '@/components/form/tag-field'
import { NameField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { cenFormDefaults, cenFormSchema } from '@/lib/cen/form'
import { cenList } from '@/lib/cen/queries'
import { routes } from '@/lib/navigation/routes'
import { notify } from '@/lib/notices/store'

import { create } from './actions'

export function CreateInstance({ onClose }: { onClose: () => void }) {
  const t = useTranslations('cen.create')
  const queries = useQueryClient()
  const form = useActionForm({
    schema: cenFormSchema,
    defaultValues: cenFormDefaults,
    action: create,
    onSuccess: async ({ cenId, name }) => {
      notify({
        id: cenId,
        state: 'running',
        text: t('running', { name: name || cenId }),
        href: routes.cen(cenId),
      })
      await queries.invalidateQueries({ queryKey: cenList().queryKey })
      onClose()
    },
  })
  const { control } = form
  return (
    <FormDrawer
      title={t('title')}
      labels="cen.fields"
      submitName={t('submit')}
      form={form}
      onClose={onClose}
    >
      <NameField control={control} name="name" />
      <NameField control={control} name="description" />
      <TagField control={control} name="tags" />
    </FormDrawer>
  )
}
