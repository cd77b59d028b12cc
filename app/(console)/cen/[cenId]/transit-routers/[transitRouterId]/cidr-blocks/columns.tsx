'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { NameAndId } from '@/components/ui/name-and-id'
import type { TableColumn } from '@/components/ui/table-model'
import { WriteButton } from '@/components/write/write-button'
import type { TransitRouterCidr, TransitRouterCidrAllocation } from '@/lib/transit-routers/schema'

export interface CidrRow extends TransitRouterCidr {
  /** `undefined` until they are read. */
  allocations: TransitRouterCidrAllocation[] | undefined
}

export function useCidrColumns(
  onDelete: (block: TransitRouterCidr) => void,
  /** Why the router takes no changes now. */
  busy: string | undefined,
): TableColumn<CidrRow>[] {
  const t = useTranslations('transitRouters.cidrBlocks')
  return useMemo(
    () => [
      { id: 'cidr', header: t('columns.cidr'), value: ({ cidr }) => cidr, mono: true },
      {
        id: 'name',
        header: t('columns.name'),
        value: ({ name, transitRouterCidrId }) => `${name} ${transitRouterCidrId}`.trim(),
        cell: ({ name, transitRouterCidrId }) => <NameAndId name={name} id={transitRouterCidrId} />,
      },
      {
        id: 'allocated',
        header: t('columns.allocated'),
        value: ({ allocations }) => allocations?.length,
        align: 'end',
      },
      {
        id: 'publish',
        header: t('columns.publish'),
        value: ({ publishCidrRoute }) => t(publishCidrRoute ? 'published' : 'unpublished'),
      },
      { id: 'description', header: t('columns.description'), value: (row) => row.description },
      {
        id: 'actions',
        header: t('columns.actions'),
        actions: true,
        value: () => undefined,
        cell: (row) => (
          <WriteButton
            permission="transit-routers.delete"
            variant="link"
            onClick={() => onDelete(row)}
            reason={row.allocations && row.allocations.length > 0 ? t('inUse') : busy}
          >
            {t('delete.open')}
          </WriteButton>
        ),
      },
    ],
    [t, onDelete, busy],
  )
}
