'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'

import { FieldShell } from '@/components/form/field-shell'
import { useTableName } from '@/components/transit-router/use-table-name'
import { Select } from '@/components/ui/select'
import { referenceOf } from '@/lib/navigation/references'
import type { RouteTable } from '@/lib/route-tables/schema'

interface NewTableFieldProps {
  tables: readonly RouteTable[] | undefined
  current: string
  value: string
  onChange: (tableId: string) => void
}

/** The table to change to; the current one and those that are not ready say why they cannot be it. */
export function NewTableField({ tables, current, value, onChange }: NewTableFieldProps) {
  const t = useTranslations('attachment.modify')
  const id = useId()
  const nameOf = useTableName()
  const reasonOf = (table: RouteTable) => {
    if (table.transitRouterRouteTableId === current) return t('isCurrent')
    return table.transitRouterRouteTableStatus === 'Active' ? undefined : t('notActive')
  }
  return (
    <FieldShell
      htmlFor={id}
      labelId={`${id}-label`}
      describedBy={`${id}-text`}
      label={t('new')}
      help={{
        label: t('new'),
        text: t('help'),
        reference: referenceOf('attachment.modify', 'transitRouterRouteTableId'),
      }}
      required
    >
      <Select
        id={id}
        labelledBy={`${id}-label`}
        describedBy={`${id}-text`}
        required
        loading={!tables}
        value={value}
        onChange={onChange}
        options={(tables ?? []).map((table) => ({
          value: table.transitRouterRouteTableId,
          label: nameOf(tables, table.transitRouterRouteTableId),
          detail: table.transitRouterRouteTableId,
          reason: reasonOf(table),
        }))}
      />
    </FieldShell>
  )
}
