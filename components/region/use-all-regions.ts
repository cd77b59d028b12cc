'use client'
import {
  type QueryKey,
  useQueries,
  useQuery,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useMemo } from 'react'

import { cloudLanguage } from '@/lib/i18n/locale'
import { regionList } from '@/lib/regions/queries'

/** What is listed over all regions, as far as it has been read. */
export interface AllRegions<Row> {
  /** Undefined until the first region has answered. */
  rows: Row[] | undefined
  /** Names of the regions that have not answered yet, and of those that failed. */
  waiting: string[]
  failed: string[]
  /** Of how many regions. */
  count: number
  /** Reads again what failed. */
  refetch: () => void
}

/** Reads a list of every region. Nothing is asked while it is not `enabled`. */
export function useAllRegions<Row, Key extends QueryKey>(
  list: (params: { regionId: string }) => UseQueryOptions<Row[], Error, Row[], Key>,
  enabled: boolean,
): AllRegions<Row> {
  const regions = useQuery({ ...regionList({ language: cloudLanguage(useLocale()) }), enabled })
  const known = useMemo(() => (enabled ? (regions.data ?? []) : []), [enabled, regions.data])
  const { rows, states, refetch } = useQueries({
    queries: known.map(({ regionId }) => list({ regionId })),
    combine: together,
  })
  const named = (state: (typeof states)[number]) =>
    known.filter((_, index) => states[index] === state).map(({ localName }) => localName)
  return {
    rows,
    waiting: named('waiting'),
    failed: named('failed'),
    count: known.length,
    refetch,
  }
}

/** The rows of all lists, once one of them is there, and how each of them stands. */
const together = <Row>(reads: UseQueryResult<Row[]>[]) => ({
  rows: reads.some(({ data }) => data) ? reads.flatMap(({ data }) => data ?? []) : undefined,
  states: reads.map(({ data, isError }) => (data ? 'read' : isError ? 'failed' : 'waiting')),
  refetch: () => {
    for (const { isError, refetch } of reads) if (isError) void refetch()
  },
})
