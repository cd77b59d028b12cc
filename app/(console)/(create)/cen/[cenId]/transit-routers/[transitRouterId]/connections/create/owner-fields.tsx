'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'

import { RadioField } from '@/components/form/radio-field'
import { TextField } from '@/components/form/text-field'
import { KnownAccounts } from '@/components/grant/known-accounts'
import { Alert } from '@/components/ui/alert'
import { CodeBlock } from '@/components/ui/code'
import type { AttachFormValues } from '@/lib/attach-form/values'

import { useRouterSurroundings } from './use-router-surroundings'
import { useAttachForm, useValue } from './use-values'

/** Whose connection it is, and whether it is made here or exists. */
export function OwnerFields() {
  const t = useTranslations('attachForm.resource.kind')
  const { control, getValues, setValue } = useAttachForm()
  const other = useValue('owner.kind') === 'other'
  const before = useRef(getValues('resource.kind'))
  const changeOwner = (kind: AttachFormValues['owner']['kind']) => {
    if (kind === 'other') before.current = getValues('resource.kind')
    setValue('resource.kind', kind === 'other' ? 'select' : before.current)
  }
  return (
    <>
      <RadioField
        control={control}
        name="owner.kind"
        required
        choices={['current', 'other']}
        onChanged={changeOwner}
      />
      {other && (
        <>
          <TextField
            control={control}
            name="owner.vpnOwnerId"
            required
            mono
            inputMode="numeric"
            hint={<GrantingAccounts />}
          />
          <GrantNote />
        </>
      )}
      <RadioField
        control={control}
        name="resource.kind"
        required
        choices={[{ value: 'create', ...(other && { reason: t('reason') }) }, 'select']}
      />
    </>
  )
}

/** The accounts that let this CEN instance attach a connection here: one press instead of 16 digits. */
function GrantingAccounts() {
  const t = useTranslations('attachForm.owner.vpnOwnerId')
  const { grants = [], regionId } = useRouterSurroundings()
  const { setValue } = useAttachForm()
  const accounts = new Set(
    grants.flatMap(({ childInstanceRegionId, childInstanceOwnerId }) =>
      childInstanceRegionId === regionId ? [childInstanceOwnerId] : [],
    ),
  )
  if (accounts.size === 0) return t('hint')
  const choose = (account: string) =>
    setValue('owner.vpnOwnerId', account, { shouldDirty: true, shouldValidate: true })
  return <KnownAccounts label={t('granted')} accounts={[...accounts]} onChoose={choose} />
}

/** What the other account does before its connection can be attached. */
function GrantNote() {
  const t = useTranslations('attachForm.owner.grant')
  const { cenId, accountId, regionId } = useRouterSurroundings()
  const vpnId = useValue('resource.vpnId') || t('any')
  // Alibaba: GrantInstanceToTransitRouter; called by the owner of the connection.
  const call = [
    'aliyun cbn GrantInstanceToTransitRouter',
    `--RegionId ${regionId}`,
    '--InstanceType VPN',
    `--InstanceId ${vpnId}`,
    `--CenId ${cenId}`,
    `--CenOwnerId ${accountId}`,
    '--OrderType PayByCenOwner',
  ].join(' \\\n  ')
  return (
    <div className="sm:ml-46 sm:max-w-118">
      <Alert title={t('title')}>
        <p className="mb-2">{t('body')}</p>
        <CodeBlock text={call} />
      </Alert>
    </div>
  )
}
