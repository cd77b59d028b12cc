import type { AttachFormValues } from '@/lib/attach-form/values'
import type { Rule } from '@/lib/connection-form/rules/rule'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import { message } from '@/lib/i18n/message'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'

/** Whose connection it is, and whether it may be attached. */
export const ownerRules: Rule<AttachFormValues>[] = [
  {
    name: 'owner.createNotPossible',
    class: 'cloud',
    source: 'Alibaba: create a VPN connection: across accounts the IPsec connection exists first',
    paths: ['resource.kind'],
    check: ({ owner, resource }) =>
      owner.kind === 'other' && resource.kind === 'create'
        ? [{ path: 'resource.kind', message: message('owner.createNotPossible') }]
        : [],
    fix: (_, path) => ({ label: message('fix.selectResource'), set: { [path]: 'select' } }),
  },
  {
    name: 'owner.isCurrent',
    class: 'cloud',
    source: 'Guide, Resource Owner ID',
    paths: ['owner.vpnOwnerId'],
    check: ({ owner }, { router }) =>
      owner.kind === 'other' && owner.vpnOwnerId !== '' && owner.vpnOwnerId === router?.accountId
        ? [{ path: 'owner.vpnOwnerId', message: message('owner.isCurrent') }]
        : [],
    fix: () => ({ label: message('fix.currentAccount'), set: { 'owner.kind': 'current' } }),
  },
  {
    name: 'owner.notGranted',
    class: 'cloud',
    source: 'Alibaba: GrantInstanceToTransitRouter',
    paths: ['resource.vpnId'],
    check: ({ owner, resource }, { router }) =>
      selects(resource) &&
      owner.kind === 'other' &&
      router?.grants &&
      !router.grants.some(
        ({ childInstanceId, childInstanceOwnerId }) =>
          childInstanceId === resource.vpnId && childInstanceOwnerId === owner.vpnOwnerId,
      )
        ? [
            {
              path: 'resource.vpnId',
              message: message('owner.notGranted', {
                connection: resource.vpnId,
                account: owner.vpnOwnerId,
              }),
            },
          ]
        : [],
  },
  {
    name: 'resource.gone',
    class: 'cloud',
    source: 'Alibaba: CreateTransitRouterVpnAttachment, VpnId: in the same region',
    paths: ['resource.vpnId'],
    check: (values, known) =>
      selects(values.resource) &&
      values.owner.kind === 'current' &&
      known.connections &&
      !selectedOf(values, known)
        ? [{ path: 'resource.vpnId', message: message('resource.gone') }]
        : [],
  },
  {
    name: 'resource.taken',
    class: 'cloud',
    source: 'Guide, Limits: one transit router per IPsec-VPN connection',
    paths: ['resource.vpnId'],
    check: (values, known) => {
      const selected = selectedOf(values, known)
      return selected && !isUnattached(selected)
        ? [{ path: 'resource.vpnId', message: message('resource.taken') }]
        : []
    },
  },
]

/** How many tunnels the connection of the form has, when that is known. */
export function tunnelsOf(values: AttachFormValues, known: Surroundings): number | undefined {
  if (values.resource.kind === 'create') return values.connection.tunnelMode === 'dual' ? 2 : 1
  return selectedOf(values, known)?.tunnels.length
}

const selects = ({ kind, vpnId }: AttachFormValues['resource']) => kind === 'select' && vpnId !== ''

const selectedOf = ({ owner, resource }: AttachFormValues, { connections = [] }: Surroundings) =>
  owner.kind === 'current' && resource.kind === 'select'
    ? connections.find(({ vpnConnectionId }) => vpnConnectionId === resource.vpnId)
    : undefined
