'use client'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import type { Control, FieldPathByValue, FieldValues } from 'react-hook-form'

import { ChoicesField } from '@/components/form/choices-field'
import { type Account, useOwnAccount } from '@/components/write/account-context'
import { cenList } from '@/lib/cen/queries'
import { cloudLanguage } from '@/lib/i18n/locale'
import type { LimitName, Limits } from '@/lib/people/limits'
import { regionList } from '@/lib/regions/queries'

type Limited = Record<LimitName, string[]>

/** What the form begins with. */
export const chosenOf = (limits: Limits | undefined): Limited => ({
  profiles: [...(limits?.profiles ?? [])],
  cenIds: [...(limits?.cenIds ?? [])],
  regionIds: [...(limits?.regionIds ?? [])],
})

/** To which accounts, CEN instances and regions somebody is limited. Offers the instances of the account in use. */
export function LimitFields<Values extends FieldValues & Limited>({
  control,
  limits,
}: {
  control: Control<Values>
  limits?: Limits | undefined
}) {
  const t = useTranslations('people.limits')
  const accounts = useOwnAccount()?.accounts ?? []
  const cens = useQuery(cenList()).data ?? []
  const regions = useQuery(regionList({ language: cloudLanguage(useLocale()) })).data ?? []
  const offered = {
    profiles: accounts.map(({ name, accountId }: Account) => choice(name, name, accountId)),
    cenIds: cens.map(({ cenId, name }) => choice(cenId, name || cenId, cenId)),
    regionIds: regions.map(({ regionId, localName }) => choice(regionId, localName, regionId)),
  }
  return (['profiles', 'cenIds', 'regionIds'] as const).map((name) => {
    // What was chosen in another account is still there to be kept.
    const others = (limits?.[name] ?? []).filter(
      (id) => !offered[name].some(({ value }) => value === id),
    )
    return (
      <ChoicesField
        key={name}
        control={control}
        name={name as FieldPathByValue<Values, string[]>}
        choices={[...offered[name], ...others.map((id) => choice(id, t('other'), id))]}
      />
    )
  })
}

const choice = (value: string, label: string, detail: string | undefined) => ({
  value,
  label,
  detail,
})
