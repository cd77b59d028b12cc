'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { FormDrawer } from '@/components/form/form-drawer'
import { SwitchField } from '@/components/form/switch-field'
import { CidrField, NameField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { notify } from '@/lib/notices/store'
import { cidrFormBeside } from '@/lib/transit-routers/form'

import { createCidr } from './actions'

interface CreateCidrProps {
  regionId: string
  transitRouterId: string
  /** What the router has already. */
  blocks: readonly string[]
  onClose: () => void
}

export function CreateCidr({ regionId, transitRouterId, onClose, ...given }: CreateCidrProps) {
  // As they were when this began: one that a press of ours makes is no other one.
  const [blocks] = useState(given.blocks)
  const t = useTranslations('transitRouters.cidrBlocks.create')
  const queries = useQueryClient()
  const form = useActionForm({
    schema: cidrFormBeside(blocks),
    defaultValues: {
      regionId,
      transitRouterId,
      cidr: '',
      name: '',
      description: '',
      publishCidrRoute: true,
    },
    action: createCidr,
    onSuccess: async ({ transitRouterCidrId, cidr }) => {
      notify({ id: transitRouterCidrId, state: 'done', text: t('done', { cidr }) })
      await queries.invalidateQueries()
      onClose()
    },
  })
  const { control } = form
  return (
    <FormDrawer
      title={t('open')}
      labels="transitRouters.cidrFields"
      submitName={t('submit')}
      form={form}
      onClose={onClose}
    >
      <CidrField control={control} name="cidr" required />
      <NameField control={control} name="name" />
      <NameField control={control} name="description" />
      <SwitchField control={control} name="publishCidrRoute" />
    </FormDrawer>
  )
}
