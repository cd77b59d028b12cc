'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { ReadOnlyRow } from '@/components/form/field-shell'
import { FormDrawer } from '@/components/form/form-drawer'
import { RadioField } from '@/components/form/radio-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { Code } from '@/components/ui/code'
import { grantFormSchema, type GrantFormValues, ORDER_TYPES } from '@/lib/grants/form'
import { notify } from '@/lib/notices/store'

import { grantToCen } from './grant-actions'
import { useOpenConnection } from './open-connection'

/** Lets the CEN instance of another account attach the connection. */
export function GrantDrawer({ onClose }: { onClose: () => void }) {
  const t = useTranslations('grants.give')
  const queries = useQueryClient()
  const { regionId, vpnConnectionId, name } = useOpenConnection()
  const form = useActionForm<GrantFormValues, void>({
    schema: grantFormSchema,
    defaultValues: {
      regionId,
      instanceId: vpnConnectionId,
      cenOwnerId: '',
      cenId: '',
      orderType: 'PayByCenOwner',
    },
    action: grantToCen,
    onSuccess: async () => {
      const { cenId, cenOwnerId } = form.methods.getValues()
      notify({
        id: `grant-${vpnConnectionId}-${cenId}`,
        state: 'done',
        text: t('done', { name: name || vpnConnectionId, cen: cenId, account: cenOwnerId }),
      })
      await queries.invalidateQueries()
      onClose()
    },
  })
  const { control } = form
  return (
    <FormDrawer
      title={t('title')}
      labels="grants.fields"
      submitName={t('submit')}
      form={form}
      onClose={onClose}
    >
      <ReadOnlyRow label={t('connection')}>
        <bdi>{name}</bdi> <Code className="text-muted">{vpnConnectionId}</Code>
      </ReadOnlyRow>
      <TextField control={control} name="cenOwnerId" mono required inputMode="numeric" />
      <TextField control={control} name="cenId" mono required />
      <RadioField control={control} name="orderType" required choices={ORDER_TYPES} />
    </FormDrawer>
  )
}
