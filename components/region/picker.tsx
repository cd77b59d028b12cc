'use client'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useSearchParams } from 'next/navigation'

import { Select } from '@/components/ui/select'
import { useOwnAccount } from '@/components/write/account-context'
import { cloudLanguage } from '@/lib/i18n/locale'
import { regionFrom } from '@/lib/regions/default'
import { regionList } from '@/lib/regions/queries'

const PARAMETER = 'region'

/** Instead of the id of a region: all that the account sees. */
export const ALL_REGIONS = 'all'

/** The region of a page that shows one at a time, or all of them, kept in its address. */
export function useChosenRegion(): [string, (regionId: string) => void] {
  const chosen = useSearchParams().get(PARAMETER)
  const choose = (regionId: string) => {
    // A filter or page of the old region's table means nothing in the new one.
    window.history.replaceState(null, '', `?${new URLSearchParams({ [PARAMETER]: regionId })}`)
  }
  const limits = useOwnAccount()?.limits
  return [chosen === ALL_REGIONS ? chosen : regionFrom(chosen, limits), choose]
}

interface RegionPickerProps {
  regionId: string
  onChoose: (regionId: string) => void
}

export function RegionPicker({ regionId, onChoose }: RegionPickerProps) {
  const t = useTranslations('shell')
  const regions = useQuery(regionList({ language: cloudLanguage(useLocale()) }))
  return (
    <div className="flex w-76 items-center">
      <span id="region-picker-label" className="sr-only">
        {t('region')}
      </span>
      <Select
        id="region-picker"
        labelledBy="region-picker-label"
        options={[
          { value: ALL_REGIONS, label: t('allRegions') },
          ...(regions.data ?? []).map((region) => ({
            value: region.regionId,
            label: region.localName,
            detail: region.regionId,
          })),
        ]}
        value={regionId}
        onChange={onChoose}
        loading={regions.isPending}
        failed={
          regions.error
            ? { message: regions.error.message, onRetry: () => void regions.refetch() }
            : undefined
        }
      />
    </div>
  )
}
