'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { regionColumn } from '@/components/region/region-column'
import { useRegionName } from '@/components/region/use-region-name'
import { tagsColumn } from '@/components/resource/tags'
import { EditableTags } from '@/components/resource/tags-editor'
import { CopyableCode } from '@/components/ui/code'
import { NameAndId } from '@/components/ui/name-and-id'
import { Skeleton } from '@/components/ui/skeleton'
import type { TableColumn } from '@/components/ui/table-model'
import { TextLink } from '@/components/ui/text-link'
import { EditableText } from '@/components/write/editable-text'
import { WriteButton } from '@/components/write/write-button'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'

import { changeDescription, changeName, saveTags } from './actions'

/** What is asked of which gateway. */
export interface Opened {
  what: 'replace' | 'key' | 'delete'
  gateway: CustomerGateway
}

const PERMISSIONS = {
  replace: 'ipsec-connections.edit',
  key: 'customer-gateways.write',
  delete: 'customer-gateways.delete',
} as const

export interface GatewayRow extends CustomerGateway {
  users: IpsecConnection[] | 'reading' | 'failed'
}

/** @param everywhere the list is of all regions, and tells which. */
export function useGatewayColumns(
  ask: (opened: Opened) => void,
  everywhere: boolean,
): TableColumn<GatewayRow>[] {
  const t = useTranslations('customerGateways')
  const regionName = useRegionName()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        value: ({ name, customerGatewayId }) => `${name} ${customerGatewayId}`.trim(),
        cell: ({ regionId, name, customerGatewayId }) => (
          <EditableText
            permission="customer-gateways.write"
            label={t('fields.name.label')}
            value={name}
            shown={<NameAndId name={name} id={customerGatewayId} />}
            save={(edit, nonce) => changeName({ regionId, customerGatewayId, ...edit }, nonce)}
          />
        ),
      },
      ...(everywhere
        ? [regionColumn(t('columns.region'), regionName, ({ regionId }: GatewayRow) => regionId)]
        : []),
      {
        id: 'address',
        header: t('columns.address'),
        value: ({ ipAddress }) => ipAddress,
        cell: ({ ipAddress }) => <CopyableCode text={ipAddress} className="whitespace-nowrap" />,
      },
      { id: 'asn', header: t('columns.asn'), value: ({ asn }) => asn, mono: true, align: 'end' },
      {
        id: 'users',
        header: t('columns.users'),
        value: ({ users }) => namesOf(users),
        cell: ({ users }) => <Users users={users} />,
      },
      {
        id: 'description',
        header: t('columns.description'),
        value: (row) => row.description,
        cell: ({ regionId, description, customerGatewayId }) => (
          <EditableText
            permission="customer-gateways.write"
            label={t('fields.description.label')}
            value={description}
            save={(edit, nonce) =>
              changeDescription({ regionId, customerGatewayId, ...edit }, nonce)
            }
          />
        ),
      },
      {
        ...tagsColumn<GatewayRow>(t('columns.tags')),
        cell: ({ regionId, customerGatewayId, tags }) => (
          <EditableTags
            id={customerGatewayId}
            tags={tags}
            save={(change) => saveTags({ regionId, customerGatewayId, ...change })}
          />
        ),
      },
      {
        id: 'created',
        header: t('columns.created'),
        value: ({ createTime }) => createTime,
        moment: 'minute',
      },
      {
        id: 'actions',
        header: t('columns.actions'),
        actions: true,
        value: () => undefined,
        cell: (gateway) => (
          <span className="flex gap-3">
            {(['replace', 'key', 'delete'] as const).map((what) => (
              <WriteButton
                key={what}
                permission={PERMISSIONS[what]}
                variant="link"
                onClick={() => ask({ what, gateway })}
                reason={
                  what === 'delete' && namesOf(gateway.users)
                    ? t('inUse', { names: namesOf(gateway.users) })
                    : undefined
                }
              >
                {t(`${what}.open`)}
              </WriteButton>
            ))}
          </span>
        ),
      },
    ],
    [t, ask, everywhere, regionName],
  )
}

const namesOf = (users: GatewayRow['users']): string =>
  typeof users === 'string'
    ? ''
    : users.map(({ name, vpnConnectionId }) => name || vpnConnectionId).join(', ')

function Users({ users }: Pick<GatewayRow, 'users'>) {
  if (users === 'reading') return <Skeleton className="w-24" />
  if (users === 'failed' || users.length === 0) return '-'
  return (
    <ul>
      {users.map(({ regionId, vpnConnectionId, name }) => (
        <li key={vpnConnectionId}>
          <TextLink href={routes.ipsecConnection(regionId, vpnConnectionId)} mono={!name}>
            <bdi>{name || vpnConnectionId}</bdi>
          </TextLink>
        </li>
      ))}
    </ul>
  )
}
