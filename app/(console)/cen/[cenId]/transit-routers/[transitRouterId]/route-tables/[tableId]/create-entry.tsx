'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'

import { createEntry } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/route-tables/actions'
import { FormDrawer } from '@/components/form/form-drawer'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { CidrField, NameField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { useStatusReason } from '@/components/resource/state'
import { useTypeWord } from '@/components/resource/use-type-word'
import { useRouterAttachments } from '@/components/transit-router/use-router-attachments'
import { notify } from '@/lib/notices/store'
import { remarkOnRoute, routeEntryDefaults, routeEntryFormIn } from '@/lib/route-tables/form'
import { routeEntryList } from '@/lib/route-tables/queries'

import { attachmentOptions } from './attachment-options'
import { useOpenTable } from './table-context'

/** Adds a static route to the open table. */
export function CreateEntry({ onClose }: { onClose: () => void }) {
  const t = useTranslations('routeTables.createEntry')
  const { cenId, table } = useOpenTable()
  const { transitRouterId, transitRouterRouteTableId } = table
  const reasonOf = useStatusReason()
  const typeWord = useTypeWord()
  const queries = useQueryClient()
  const { attachments } = useRouterAttachments({ cenId, transitRouterId })
  // As they were when this began: one that a press of ours makes is no other one.
  const [entries] = useState(
    () => queries.getQueryData(routeEntryList({ transitRouterRouteTableId }).queryKey) ?? [],
  )
  const form = useActionForm({
    schema: routeEntryFormIn(entries),
    defaultValues: routeEntryDefaults,
    action: (entry, nonce) => createEntry({ ...entry, transitRouterRouteTableId }, nonce),
    onSuccess: async (entryId) => {
      const prefix = form.methods.getValues('transitRouterRouteEntryDestinationCidrBlock')
      notify({ id: entryId, state: 'done', text: t('done', { prefix }) })
      await queries.invalidateQueries()
      onClose()
    },
  })
  const { control } = form
  const nextHopType = useWatch({ control, name: 'nextHopType' })
  return (
    <FormDrawer
      title={t('title')}
      labels="routeTables.entryFields"
      submitName={t('submit')}
      form={form}
      onClose={onClose}
    >
      <CidrField
        control={control}
        name="transitRouterRouteEntryDestinationCidrBlock"
        required
        remark={(text) => remarkOnRoute(entries, text)}
      />
      <RadioField control={control} name="nextHopType" choices={['Attachment', 'BlackHole']} />
      {nextHopType === 'Attachment' && (
        <SelectField
          control={control}
          name="nextHopId"
          required
          loading={!attachments}
          options={attachmentOptions(attachments ?? [], typeWord, ({ status }) => reasonOf(status))}
        />
      )}
      <NameField control={control} name="transitRouterRouteEntryName" />
      <NameField control={control} name="transitRouterRouteEntryDescription" />
    </FormDrawer>
  )
}
