'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'

import { Updated } from '@/components/query/updated'
import { useStatusReason } from '@/components/resource/state'
import { EmptyState } from '@/components/ui/empty-state'
import { opened } from '@/components/ui/late'
import { Table } from '@/components/ui/table'
import { WriteButton } from '@/components/write/write-button'
import {
  transitRouterCidrAllocationList,
  transitRouterCidrList,
  transitRouterView,
} from '@/lib/transit-routers/queries'
import type { TransitRouterCidr } from '@/lib/transit-routers/schema'

import { Allocations } from './allocations'
import { type CidrRow, useCidrColumns } from './columns'

const CreateCidr = opened(() => import('./create-cidr').then((m) => m.CreateCidr))
const DeleteCidr = opened(() => import('./delete-cidr').then((m) => m.DeleteCidr))

// Guide, Limits; Alibaba: CreateTransitRouterCidr.
const MAX_BLOCKS = 5

interface CidrBlocksProps {
  cenId: string
  transitRouterId: string
}

/** The CIDR blocks of a router and what is taken from them. */
export function CidrBlocks({ cenId, transitRouterId }: CidrBlocksProps) {
  const t = useTranslations('transitRouters.cidrBlocks')
  const [open, setOpen] = useState<'create' | TransitRouterCidr | undefined>()
  const { data: router } = useQuery(transitRouterView(cenId, transitRouterId))
  const place = { regionId: router?.regionId ?? '', transitRouterId }
  const enabled = router !== undefined
  const blocks = useQuery({ ...transitRouterCidrList(place), enabled })
  const allocations = useQuery({ ...transitRouterCidrAllocationList(place), enabled })
  const rows = useMemo(
    () =>
      blocks.data?.map((block): CidrRow => ({
        ...block,
        allocations: allocations.data?.filter(
          (each) => each.transitRouterCidrId === block.transitRouterCidrId,
        ),
      })),
    [blocks.data, allocations.data],
  )
  const busy = useStatusReason()(router?.status)
  const full = (rows?.length ?? 0) >= MAX_BLOCKS
  const create = (
    <WriteButton
      permission="transit-routers.write"
      variant="primary"
      onClick={() => setOpen('create')}
      reason={full ? t('full', { max: MAX_BLOCKS }) : busy}
    >
      {t('create.open')}
    </WriteButton>
  )
  const close = () => setOpen(undefined)
  return (
    <div className="flex flex-col gap-6">
      <Table
        name="cidr-blocks"
        label={t('title')}
        columns={useCidrColumns(setOpen, busy)}
        rows={rows}
        rowId={({ transitRouterCidrId }) => transitRouterCidrId}
        error={blocks.error}
        onRetry={() => void blocks.refetch()}
        actions={create}
        note={<Updated query={blocks} />}
        empty={
          <EmptyState title={t('empty.title')} action={create}>
            {t('empty.body')}
          </EmptyState>
        }
      />
      {/* Not before the table above it has its height. */}
      {!blocks.isPending && <Allocations query={allocations} />}
      {open === 'create' && (
        <CreateCidr {...place} blocks={rows?.map(({ cidr }) => cidr) ?? []} onClose={close} />
      )}
      {typeof open === 'object' && <DeleteCidr {...place} block={open} onClose={close} />}
    </div>
  )
}
