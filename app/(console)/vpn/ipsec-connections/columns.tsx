'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { ConnectionLight, useLightWord } from '@/components/ipsec-connection/light'
import { NameAndId } from '@/components/ui/name-and-id'
import type { TableColumn } from '@/components/ui/table-model'
import { TagList } from '@/components/ui/tag-list'
import { TextLink } from '@/components/ui/text-link'
import { printMinute } from '@/lib/format'
import { type Light, lightsOf } from '@/lib/ipsec-connections/lights'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { OPERATION_TAG, operationOf } from '@/lib/operations/tag'
import { routes } from '@/lib/routes'

import { AttachStatus, useAttachWord } from './attach-state'
import { RouterLink } from './router-link'

export interface ConnectionRow extends IpsecConnection {
  /** A name or id for each tunnel. */
  gateways: string[]
  /** Whether the CEN instance it is attached to is the account's own. */
  ownCen: boolean
}

export function useConnectionColumns(): TableColumn<ConnectionRow>[] {
  const t = useTranslations('ipsecConnections.columns')
  const attachWord = useAttachWord()
  const lightWord = useLightWord()
  return useMemo(() => {
    const light = (id: string, header: string, pick: (row: ConnectionRow) => Light) => ({
      id,
      header,
      value: (row: ConnectionRow) => lightWord(pick(row)),
      cell: (row: ConnectionRow) => <ConnectionLight light={pick(row)} />,
      choices: true,
    })
    return [
      {
        id: 'name',
        header: t('name'),
        value: ({ name, vpnConnectionId }) => `${name} ${vpnConnectionId}`.trim(),
        cell: ({ name, vpnConnectionId, regionId }) => (
          <NameAndId
            name={name}
            id={vpnConnectionId}
            href={routes.ipsecConnection(regionId, vpnConnectionId)}
          />
        ),
      },
      {
        id: 'attach',
        header: t('attach'),
        value: attachWord,
        cell: (row) => <AttachStatus connection={row} />,
        choices: true,
      },
      {
        id: 'router',
        header: t('router'),
        value: ({ transitRouterName, transitRouterId }) => transitRouterName || transitRouterId,
        cell: (row) => <RouterLink connection={row} own={row.ownCen} />,
      },
      light('ike', t('ike'), (row) => lightsOf(row).ike),
      light('ipsec', t('ipsec'), (row) => lightsOf(row).ipsec),
      light('bgp', t('bgp'), (row) => lightsOf(row).bgp),
      light('health', t('health'), (row) => lightsOf(row).healthCheck),
      {
        id: 'gateways',
        header: t('gateways'),
        value: ({ gateways }) => [...new Set(gateways)].join(', '),
      },
      {
        id: 'operation',
        header: t('operation'),
        value: ({ tags }) => operationOf(tags),
        cell: ({ tags }) => <MadeBy operationId={operationOf(tags)} />,
      },
      {
        id: 'tags',
        header: t('tags'),
        value: ({ tags }) => tags.map(({ key, value }) => `${key}: ${value}`).join(', '),
        cell: ({ tags }) => <TagList tags={tags.filter(({ key }) => key !== OPERATION_TAG)} />,
      },
      {
        id: 'networkType',
        header: t('networkType'),
        value: ({ networkType }) => t(networkType === 'private' ? 'private' : 'public'),
        hidden: true,
      },
      { id: 'created', header: t('created'), value: ({ createTime }) => printMinute(createTime) },
    ]
  }, [t, attachWord, lightWord])
}

/** The operation of ours that made a connection: an orphan leads to what went wrong. */
export function MadeBy({ operationId }: { operationId: string | undefined }) {
  const t = useTranslations('ipsecConnections')
  if (!operationId) return '-'
  return <TextLink href={routes.operation(operationId)}>{t('madeBy')}</TextLink>
}
