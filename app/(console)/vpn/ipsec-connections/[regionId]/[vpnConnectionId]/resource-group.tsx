'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

import { Select } from '@/components/ui/select'
import { EditableText } from '@/components/write/editable-text'
import { WriteButton } from '@/components/write/write-button'
import { WriteDialog } from '@/components/write/write-dialog'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { resourceGroupList } from '@/lib/resource-groups/queries'
import type { ResourceGroup as Group } from '@/lib/resource-groups/schema'

import { moveToGroup } from './actions'

/** The resource group of a connection, and the way to another one: from the list, or by its id where that cannot be read. */
export function ResourceGroup({ connection }: { connection: IpsecConnection }) {
  const t = useTranslations('ipsecConnections')
  const { data: groups, errorUpdateCount } = useQuery(resourceGroupList())
  const [isOpen, setIsOpen] = useState(false)
  const { regionId, vpnConnectionId, resourceGroupId } = connection
  // A list that failed is asked for again, as before it failed: what is being typed must outlast that.
  if (errorUpdateCount > 0 && !groups)
    return (
      <EditableText
        permission="ipsec-connections.write"
        label={t('about.resourceGroup')}
        value={resourceGroupId}
        save={(edit, nonce) => moveToGroup({ regionId, vpnConnectionId, ...edit }, nonce)}
      />
    )
  const own = groups?.find((each) => each.resourceGroupId === resourceGroupId)
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      {own && <bdi>{own.displayName}</bdi>}
      <bdi className="mono text-muted">{resourceGroupId || '-'}</bdi>
      <WriteButton
        permission="ipsec-connections.write"
        variant="link"
        onClick={() => setIsOpen(true)}
      >
        {t('moveGroup.open')}
      </WriteButton>
      {isOpen && groups && (
        <MoveDialog connection={connection} groups={groups} onClose={() => setIsOpen(false)} />
      )}
    </span>
  )
}

interface MoveDialogProps {
  connection: IpsecConnection
  groups: readonly Group[]
  onClose: () => void
}

function MoveDialog({ connection, groups, onClose }: MoveDialogProps) {
  const t = useTranslations('ipsecConnections')
  const id = useId()
  const { regionId, vpnConnectionId, resourceGroupId: was } = connection
  const [value, setValue] = useState(was)
  const name = connection.name || vpnConnectionId
  return (
    <WriteDialog
      title={<bdi>{t('moveGroup.title', { name })}</bdi>}
      confirmLabel={t('moveGroup.ok')}
      words={{ running: t('moveGroup.running', { name }), done: t('moveGroup.done', { name }) }}
      action={moveToGroup}
      input={{ regionId, vpnConnectionId, was, value }}
      onClose={onClose}
    >
      <p>{t('moveGroup.body')}</p>
      <span id={id} className="text-label">
        {t('about.resourceGroup')}
      </span>
      <Select
        id={`${id}-select`}
        labelledBy={id}
        value={value}
        onChange={setValue}
        options={groups.map(({ resourceGroupId, displayName }) => ({
          value: resourceGroupId,
          label: displayName || resourceGroupId,
          detail: resourceGroupId,
        }))}
      />
    </WriteDialog>
  )
}
