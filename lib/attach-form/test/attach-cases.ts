import type { AttachFormValues } from '@/lib/attach-form/values'
import { KNOWN } from '@/lib/connection-form/test/known'
import type { Case } from '@/lib/connection-form/test/rule-case'

/** At least one case for each rule about the router and the owner. */
export const ATTACH_CASES: Case<AttachFormValues>[] = [
  {
    rule: 'router.region',
    at: 'regionId',
    change: (values) => void (values.regionId = 'cn-fuzhou'),
    says: { region: 'cn-fuzhou' },
  },
  ...(['Basic', 'Creating', 'noCidr', 'quota'] as const).map((which): Case<AttachFormValues> => {
    const { router } = KNOWN
    const rule = { Basic: 'basic', Creating: 'notActive', noCidr: 'noCidr', quota: 'quota' }[which]
    return {
      rule: `router.${rule}`,
      at: 'transitRouterId',
      change: () => undefined,
      known: {
        router: {
          ...router,
          type: which === 'Basic' ? 'Basic' : 'Enterprise',
          status: which === 'Creating' ? 'Creating' : 'Active',
          cidrBlocks: which === 'noCidr' ? [] : router.cidrBlocks,
          vpnAttachments: which === 'quota' ? 50 : 4,
        },
      },
    }
  }),
  { rule: 'router.zone', at: 'zoneId', change: (values) => void (values.zoneId = '') },
  {
    rule: 'router.zone',
    at: 'zoneId',
    change: (values) => {
      values.zoneId = ''
      values.resource = { kind: 'select', vpnId: 'vco-free' }
    },
  },
  {
    rule: 'router.zone',
    at: 'zoneId',
    change: (values) => void (values.zoneId = ''),
    known: { router: { ...KNOWN.router, zones: [] } },
  },
  {
    rule: 'name.lookAlike',
    at: 'transitRouterAttachmentName',
    change: (values) => void (values.transitRouterAttachmentName = 'p\u0430ris'),
  },
  {
    rule: 'name.taken',
    at: 'transitRouterAttachmentName',
    change: (values) => void (values.transitRouterAttachmentName = 'munich-dc'),
    known: { router: { ...KNOWN.router, attachmentNames: ['paris-dc', 'munich-dc'] } },
  },
  {
    rule: 'name.shortened',
    at: 'transitRouterAttachmentName',
    change: (values) => void (values.transitRouterAttachmentName = 'a'.repeat(128)),
    says: { max: 100 },
  },
  {
    rule: 'name.older',
    at: 'transitRouterAttachmentName',
    change: (values) => void (values.transitRouterAttachmentName = '1 hq'),
  },
  {
    rule: 'owner.createNotPossible',
    at: 'resource.kind',
    change: (values) => void (values.owner = { kind: 'other', vpnOwnerId: '1000000000000002' }),
  },
  {
    rule: 'owner.isCurrent',
    at: 'owner.vpnOwnerId',
    change: (values) => {
      values.owner = { kind: 'other', vpnOwnerId: '1000000000000001' }
      values.resource = { kind: 'select', vpnId: '' }
    },
  },
  {
    rule: 'owner.notGranted',
    at: 'resource.vpnId',
    change: (values) => {
      values.owner = { kind: 'other', vpnOwnerId: '1000000000000003' }
      values.resource = { kind: 'select', vpnId: 'vco-partner' }
    },
  },
  {
    rule: 'resource.gone',
    at: 'resource.vpnId',
    change: (values) => void (values.resource = { kind: 'select', vpnId: 'vco-partner' }),
  },
  {
    rule: 'resource.taken',
    at: 'resource.vpnId',
    change: (values) => void (values.resource = { kind: 'select', vpnId: 'vco-here' }),
  },
  ...['financialLocked', 'updating', 'deleted', 'upgrading', 'provisioning'].map(
    (state): Case<AttachFormValues> => ({
      rule: 'resource.state',
      at: 'resource.vpnId',
      change: (values) => void (values.resource = { kind: 'select', vpnId: 'vco-free' }),
      known: { connections: KNOWN.connections.map((one) => ({ ...one, state })) },
      says: { state },
    }),
  ),
  {
    rule: 'resource.tunnelCidrUsed',
    at: 'resource.vpnId',
    change: (values) => void (values.resource = { kind: 'select', vpnId: 'vco-free' }),
    known: {
      connections: KNOWN.connections.map((one) => ({
        ...one,
        tunnels: KNOWN.connections.find(({ name }) => name === 'paris')?.tunnels ?? [],
      })),
    },
    says: { block: '169.254.11.0/30', connection: 'paris' },
  },
  {
    rule: 'resource.routerCidr',
    at: 'resource.vpnId',
    change: (values) => void (values.resource = { kind: 'select', vpnId: 'vco-free' }),
    known: {
      connections: KNOWN.connections.map((one) => ({ ...one, remoteSubnet: ['10.0.0.0/8'] })),
    },
    says: { block: '10.0.0.0/8', own: '10.200.0.0/24' },
  },
  {
    rule: 'resource.tableOverlap',
    at: 'resource.vpnId',
    change: (values) => void (values.resource = { kind: 'select', vpnId: 'vco-free' }),
    known: {
      connections: KNOWN.connections.map((one) => ({ ...one, remoteSubnet: ['172.16.9.0/24'] })),
    },
    says: { block: '172.16.9.0/24', prefix: '172.16.0.0/16' },
  },
  {
    rule: 'resource.gatewayInRouterCidr',
    at: 'resource.vpnId',
    change: (values) => void (values.resource = { kind: 'select', vpnId: 'vco-free' }),
    known: {
      customerGateways: [{ customerGatewayId: 'cgw-in', name: '', ipAddress: '10.200.0.9' }],
      connections: KNOWN.connections.map((one) => ({
        ...one,
        tunnels: [{ customerGatewayId: 'cgw-in' }],
      })),
    },
    says: { address: '10.200.0.9', block: '10.200.0.0/24' },
  },
]
