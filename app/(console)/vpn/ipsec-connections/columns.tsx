'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { ConnectionLight, useLightWord } from '@/components/ipsec-connection/light'
import { MadeBy } from '@/components/operation/made-by'
import { momentColumn } from '@/components/resource/moment-column'
import { tagsColumn } from '@/components/resource/tags'
import { NameAndId } from '@/components/ui/name-and-id'
import { Status } from '@/components/ui/status'
import type { TableColumn } from '@/components/ui/table-model'
import { attachStateOf, isUnattached } from '@/lib/ipsec-connections/attach-state'
import { type Light, lightsOf } from '@/lib/ipsec-connections/lights'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'
import { operationOf } from '@/lib/tags/operation-tag'

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
    const negotiationWord = (row: ConnectionRow) => {
      const { phase, light } = negotiationOf(row)
      return light.tone === 'error' ? `${t(phase)}: ${lightWord(light)}` : lightWord(light)
    }
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
        cell: (row) => <Attachment row={row} />,
        choices: attachChoice,
      },
      {
        id: 'router',
        header: t('router'),
        value: ({ transitRouterName, transitRouterId }) => transitRouterName || transitRouterId,
        cell: (row) => <RouterLink connection={row} own={row.ownCen} />,
      },
      {
        id: 'negotiation',
        header: t('negotiation'),
        value: (row) => negotiationWord(row),
        cell: (row) => <Status tone={negotiationOf(row).light.tone}>{negotiationWord(row)}</Status>,
        choices: negotiationChoice,
      },
      {
        id: 'bgp',
        header: t('bgp'),
        value: (row) => lightWord(lightsOf(row).bgp),
        cell: (row) => <ConnectionLight light={lightsOf(row).bgp} />,
      },
      {
        id: 'health',
        header: t('health'),
        value: (row) => lightWord(lightsOf(row).healthCheck),
        cell: (row) => <ConnectionLight light={lightsOf(row).healthCheck} />,
      },
      {
        id: 'gateways',
        header: t('gateways'),
        value: ({ gateways }) => [...new Set(gateways)].join(', '),
        cell: ({ gateways }) =>
          [...new Set(gateways)].map((gateway) => (
            <bdi key={gateway} className="block">
              {gateway}
            </bdi>
          )),
      },
      tagsColumn(t('tags')),
      {
        id: 'networkType',
        header: t('networkType'),
        value: ({ networkType }) => t(networkType === 'private' ? 'private' : 'public'),
        hidden: true,
      },
      { ...momentColumn(t('created'), ({ createTime }) => createTime), hidden: true },
    ]
  }, [t, attachWord, lightWord])
}

/** What the connection is bound to; an orphan that an operation of ours left behind leads to that operation. */
function Attachment({ row }: { row: ConnectionRow }) {
  const operationId = operationOf(row.tags)
  return (
    <>
      <AttachStatus connection={row} />
      {operationId && isUnattached(row) && (
        <div>
          <MadeBy operationId={operationId} />
        </div>
      )}
    </>
  )
}

/** The phase that tells how far the negotiation came. */
function negotiationOf(connection: IpsecConnection): { phase: 'ike' | 'ipsec'; light: Light } {
  const { ike, ipsec } = lightsOf(connection)
  return ike.tone === 'error' ? { phase: 'ike', light: ike } : { phase: 'ipsec', light: ipsec }
}

/** What the address keeps of these two, the same in every language. */
function attachChoice(row: ConnectionRow): string {
  const state = attachStateOf(row)
  return state === 'other' ? `${row.attachType} ${row.state}`.trim() : state
}

function negotiationChoice(row: ConnectionRow): string {
  const { phase, light } = negotiationOf(row)
  if (light.tone === 'error') return `${phase}-${light.word}`
  return light.word === 'some' ? `${light.up}-of-${light.of}` : light.word
}
