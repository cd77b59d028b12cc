'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'

import { FormDrawer } from '@/components/form/form-drawer'
import { SwitchField } from '@/components/form/switch-field'
import { TagField } from '@/components/form/tag-field'
import { NameField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { routes } from '@/lib/navigation/routes'
import { notify } from '@/lib/notices/store'
import { routeTableDefaults, routeTableForm } from '@/lib/route-tables/form'

import { createTable } from './actions'

interface CreateTableProps {
  cenId: string
  transitRouterId: string
  onClose: () => void
}

export function CreateTable({ cenId, transitRouterId, onClose }: CreateTableProps) {
  const t = useTranslations('routeTables.create')
  const queries = useQueryClient()
  const navigation = useRouter()
  const form = useActionForm({
    schema: routeTableForm,
    defaultValues: routeTableDefaults,
    action: (table, nonce) => createTable({ ...table, transitRouterId }, nonce),
    onSuccess: async (tableId) => {
      const href = routes.routeTable(cenId, transitRouterId, tableId)
      const name = form.methods.getValues('transitRouterRouteTableName') || tableId
      notify({ id: tableId, state: 'running', text: t('running', { name }), href })
      await queries.invalidateQueries()
      onClose()
      navigation.push(href)
    },
  })
  return (
    <FormDrawer
      title={t('title')}
      labels="routeTables.fields"
      submitName={t('submit')}
      form={form}
      onClose={onClose}
    >
      <NameField control={form.control} name="transitRouterRouteTableName" />
      <NameField control={form.control} name="transitRouterRouteTableDescription" />
      <SwitchField control={form.control} name="multiRegionECMP" />
      <TagField control={form.control} name="tags" />
    </FormDrawer>
  )
}
