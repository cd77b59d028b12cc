'use client'
import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'next-intl'

import { cloudLanguage } from '@/lib/i18n/locale'
import { regionList } from '@/lib/regions/queries'

/** Names regions in the reader's language; the id itself until the names are read. */
export function useRegionName(): (regionId: string) => string {
  const { data } = useQuery(regionList({ language: cloudLanguage(useLocale()) }))
  return (regionId) => data?.find((region) => region.regionId === regionId)?.localName ?? regionId
}
