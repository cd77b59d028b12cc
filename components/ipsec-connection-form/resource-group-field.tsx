'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { QueryError } from '@/lib/failure/in-browser'
import { getJson } from '@/lib/query/get-json'
import type { ResourceGroup } from '@/lib/resource-groups/schema'

import { useConnectionForm } from './use-values'

const NAME = 'connection.resourceGroupId'

/** The resource group of a new connection: from the list of the account, or by its id where that cannot be read. */
export function ResourceGroupField() {
  const t = useTranslations('attachForm.connection.resourceGroupId')
  const { control } = useConnectionForm()
  const { groups, code } = useResourceGroups()
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

/**
 * The list, or the code of its failure: then it is asked for again when the reader comes back to the page. Read once and
 * polled never, so not as a query: a form that has none does without that script, a tenth of what it loads.
 */
function useResourceGroups(): { groups?: readonly ResourceGroup[]; code?: string } {
  const [read, setRead] = useState<{ groups?: readonly ResourceGroup[]; code?: string }>({})
  const { groups } = read
  useEffect(() => {
    if (groups) return undefined
    let isCurrent = true
    const ask = () =>
      getJson<ResourceGroup[]>('/api/resource-groups').then(
        (list) => isCurrent && setRead({ groups: list }),
        (error: unknown) => {
          if (!(error instanceof QueryError)) throw error
          if (isCurrent) setRead({ code: error.code })
        },
      )
    void ask()
    const again = () => void ask()
    window.addEventListener('focus', again)
    return () => {
      isCurrent = false
      window.removeEventListener('focus', again)
    }
  }, [groups])
  return read
}
