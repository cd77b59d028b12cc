'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { ReadOnlyRow } from '@/components/form/field-shell'
import { FormDrawer } from '@/components/form/form-drawer'
import { RadioField } from '@/components/form/radio-field'
import { TextField } from '@/components/form/text-field'
import { useActionForm } from '@/components/form/use-action-form'
import { KnownAccounts } from '@/components/grant/known-accounts'
import { Code } from '@/components/ui/code'
import { useOwnAccount } from '@/components/write/account-context'
import { grantFormSchema, type GrantFormValues, ORDER_TYPES } from '@/lib/grants/form'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { notify } from '@/lib/notices/store'

import { grantToCen } from './grant-actions'
import { useOpenConnection } from './open-connection'
import { useGrants } from './use-grants'

/** Lets the CEN instance of another account attach the connection. */
export function GrantDrawer({ onClose }: { onClose: () => void }) {
  const t = useTranslations('grants.give')
  const queries = useQueryClient()
  const connection = useOpenConnection()
  const { regionId, vpnConnectionId, name } = connection
  const accounts = useKnownAccounts(connection)
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
      <TextField
        control={control}
        name="cenOwnerId"
        mono
        required
        inputMode="numeric"
        {...(accounts.length > 0 && {
          hint: (
            <KnownAccounts
              label={t('known')}
              accounts={accounts}
              onChoose={(account) =>
                form.methods.setValue('cenOwnerId', account, {
                  shouldDirty: true,
                  shouldValidate: true,
                })
              }
            />
          ),
        })}
      />
      <TextField control={control} name="cenId" mono required />
      <RadioField control={control} name="orderType" required choices={ORDER_TYPES} />
    </FormDrawer>
  )
}

/** The other accounts that the console works for, and those that were granted this connection already. */
function useKnownAccounts(connection: IpsecConnection): string[] {
  const own = useOwnAccount()
  const { grants = [] } = useGrants(connection)
  const mine = own?.accounts.find(({ name }) => name === own.profile)?.accountId
  const known = [
    ...(own?.accounts ?? []).flatMap(({ accountId }) => accountId ?? []),
    ...grants.map(({ cenOwnerId }) => cenOwnerId),
  ]
  return [...new Set(known)].filter((account) => account !== mine && account !== '')
}
