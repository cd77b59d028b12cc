'use client'
import { useTranslations } from 'next-intl'

import { useSurroundings } from '@/components/ipsec-connection-form/surroundings-context'
import { useStateWord } from '@/components/resource/state'
import type { FreeConnection } from '@/lib/attach-form/free'
import { gatewayOf } from '@/lib/connection-form/surroundings'
import type { Grant } from '@/lib/grants/schema'
import { canBeAttached } from '@/lib/ipsec-connections/attach-state'

import { useRouterSurroundings } from './use-router-surroundings'

/** A connection that can be attached, as the list shows it. */
export interface Candidate {
  vpnId: string
  name: string
  details: string[]
  /** It cannot be attached as it is now. */
  blocked?: boolean
  at: { key: 'created' | 'granted'; time: string }
  /** What the filter looks through, in lower case. */
  searched: string
}

/** How each connection stands in the list to choose from: one of the account, or one that another account granted. */
export function useCandidates() {
  const ofConnection = useOwnCandidate()
  const ofGrant = useGrantedCandidate()
  return { ofConnection, ofGrant }
}

/** What account `account` lets this CEN instance attach here; undefined until it is read. */
export function useGrants(account: string): Grant[] | undefined {
  const { grants, regionId } = useRouterSurroundings()
  return grants?.filter(
    ({ childInstanceOwnerId, childInstanceRegionId }) =>
      childInstanceOwnerId === account && childInstanceRegionId === regionId,
  )
}

function useOwnCandidate() {
  const t = useTranslations('attachForm.resource')
  const surroundings = useSurroundings()
  const word = useStateWord()
  return (connection: FreeConnection): Candidate => {
    const { vpnConnectionId, name, networkType, tunnels, remoteSubnet, state } = connection
    const gateways = tunnels.map(({ customerGatewayId = '' }) => {
      const known = gatewayOf(surroundings, customerGatewayId)
      return known ? [known.name, known.ipAddress].filter(Boolean).join(' ') : customerGatewayId
    })
    const flow = remoteSubnet.some((block) => block !== '0.0.0.0/0')
    const details = [
      ...(['init', 'active', ''].includes(state) ? [] : [word('connection', state)]),
      networkType === 'public' || networkType === 'private'
        ? t(`networkType.${networkType}`)
        : networkType,
      t('tunnels', { count: tunnels.length }),
      ...new Set(gateways),
      flow ? remoteSubnet.join(', ') : t('destination'),
      ...(connection.enableBgp
        ? [[t('bgp'), ...tunnels.flatMap(({ bgp }) => bgp?.tunnelCidr ?? [])].join(' ')]
        : []),
      ...(connection.hasHealthCheck ? [t('healthCheck')] : []),
    ]
    return {
      vpnId: vpnConnectionId,
      name,
      details,
      blocked: !canBeAttached(state),
      at: { key: 'created', time: connection.createTime },
      searched: [vpnConnectionId, name, ...details].join(' ').toLowerCase(),
    }
  }
}

/** Of a connection of another account no more is known than its grant. */
function useGrantedCandidate() {
  const t = useTranslations('attachForm.resource')
  return ({ childInstanceId, childInstanceOwnerId, createTime, ...grant }: Grant): Candidate => {
    const payer = grant.effectiveOrderType || grant.orderType
    const details = [
      childInstanceOwnerId,
      ...(payer === 'PayByCenOwner' || payer === 'PayByResourceOwner' ? [t(`pays.${payer}`)] : []),
    ]
    return {
      vpnId: childInstanceId,
      name: '',
      details,
      at: { key: 'granted', time: createTime },
      searched: [childInstanceId, ...details].join(' ').toLowerCase(),
    }
  }
}
