'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'

import { FormDrawer } from '@/components/form/form-drawer'
import { SelectField } from '@/components/form/select-field'
import { TagField } from '@/components/form/tag-field'
import { CidrField, NameField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { cloudLanguage } from '@/lib/i18n/locale'
import { routes } from '@/lib/navigation/routes'
import { notify } from '@/lib/notices/store'
import { regionList } from '@/lib/regions/queries'
import { transitRouterFormDefaults, transitRouterFormSchema } from '@/lib/transit-routers/form'
import { transitRouterList } from '@/lib/transit-routers/queries'
import type { TransitRouter } from '@/lib/transit-routers/schema'

import { createRouter } from './actions'

interface CreateRouterProps {
  cenId: string
  /** Those there are: a region has one at most. */
  routers: readonly TransitRouter[]
  onClose: () => void
}

export function CreateRouter({ cenId, routers, onClose }: CreateRouterProps) {
  const t = useTranslations('transitRouters')
  const queries = useQueryClient()
  const regions = useQuery(regionList({ language: cloudLanguage(useLocale()) }))
  const form = useActionForm({
    schema: transitRouterFormSchema,
    defaultValues: transitRouterFormDefaults(cenId),
    action: createRouter,
    onSuccess: async ({ transitRouterId, name }) => {
      notify({
        id: transitRouterId,
        state: 'running',
        text: t('create.running', { name: name || transitRouterId }),
        href: routes.transitRouter(cenId, transitRouterId),
      })
      await queries.invalidateQueries({ queryKey: transitRouterList({ cenId }).queryKey })
      onClose()
    },
  })
  const { control } = form
  return (
    <FormDrawer
      title={t('create.title')}
      labels="transitRouters.fields"
      submitName={t('create.submit')}
      form={form}
      onClose={onClose}
    >
      <SelectField
        control={control}
        name="regionId"
        required
        loading={regions.isPending}
        failed={
          regions.error
            ? { message: regions.error.message, onRetry: () => void regions.refetch() }
            : undefined
        }
        options={(regions.data ?? []).map(({ regionId, localName }) => ({
          value: regionId,
          label: localName,
          detail: regionId,
          reason: routers.some((router) => router.regionId === regionId)
            ? t('create.taken')
            : undefined,
        }))}
      />
      <NameField control={control} name="transitRouterName" />
      <NameField control={control} name="transitRouterDescription" />
      <CidrField control={control} name="cidr" />
      <TagField control={control} name="tags" />
    </FormDrawer>
  )
}
