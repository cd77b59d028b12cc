'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { QueryProvider } from '@/components/query/query-provider'
import { resourceGroupList } from '@/lib/resource-groups/queries'

import { useConnectionForm } from './use-values'

const NAME = 'connection.resourceGroupId'

/** The resource group of a new connection: from the list of the account, or by its id where that cannot be read. */
export const ResourceGroupField = () => (
  // The form itself polls nothing.
  <QueryProvider>
    <Field />
  </QueryProvider>
)

function Field() {
  const t = useTranslations('attachForm.connection.resourceGroupId')
  const { control } = useConnectionForm()
  const { data: groups, error } = useQuery(resourceGroupList())
  // A list that failed is asked for again, as before it failed: the field that is being typed in must outlast that.
  const [code, setCode] = useState<string>()
  if (error && error.message !== code) setCode(error.message)
  if (code !== undefined && !groups)
    return <TextField control={control} name={NAME} mono hint={t('unread', { code })} />
  return (
    <SelectField
      control={control}
      name={NAME}
      loading={!groups}
      options={[
        { value: '', label: t('default') },
        ...(groups ?? []).map(({ resourceGroupId, displayName }) => ({
          value: resourceGroupId,
          label: displayName || resourceGroupId,
          detail: resourceGroupId,
        })),
      ]}
    />
  )
}
