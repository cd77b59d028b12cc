import { z } from 'zod'

import {
  AUTHENTICATION_ALGORITHMS,
  ENCRYPTION_ALGORITHMS,
  HEALTH_CHECK_POLICIES,
  IKE_GROUPS,
  IKE_MODES,
  IKE_VERSIONS,
  IPSEC_GROUPS,
  NETWORK_TYPES,
  ROUTING_MODES,
  TUNNEL_MODES,
} from '@/lib/connection-form/choices'
import { message } from '@/lib/i18n/message'

// The shape of what the form holds while somebody types: every branch is kept, so that nothing is lost
// when a radio changes, and whatever is typed as text stays the text typed. The rules are in schema.ts.

const text = z.string({ error: message('value.text') })
const flag = z.boolean({ error: message('value.flag') })
const choice = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: message('value.choice', { choices: values.join(', ') }) })
const group = <T extends z.ZodRawShape>(shape: T) =>
  z.object(shape, { error: message('value.group') })

const tunnelValues = group({
  customerGatewayId: text,
  /** Empty: Alibaba generates one. */
  psk: text,
  ike: group({
    ikeVersion: choice(IKE_VERSIONS),
    ikeMode: choice(IKE_MODES),
    ikeEncAlg: choice(ENCRYPTION_ALGORITHMS),
    ikeAuthAlg: choice(AUTHENTICATION_ALGORITHMS),
    ikePfs: choice(IKE_GROUPS),
    ikeLifetime: text,
    localId: text,
    remoteId: text,
  }),
  ipsec: group({
    ipsecEncAlg: choice(ENCRYPTION_ALGORITHMS),
    ipsecAuthAlg: choice(AUTHENTICATION_ALGORITHMS),
    ipsecPfs: choice(IPSEC_GROUPS),
    ipsecLifetime: text,
  }),
  enableDpd: flag,
  enableNatTraversal: flag,
  bgp: group({ tunnelCidr: text, localBgpIp: text, localAsn: text }),
})

export const connectionValuesSchema = group({
  networkType: choice(NETWORK_TYPES),
  routingMode: choice(ROUTING_MODES),
  /** Lists separated by commas, spaces or line breaks; used by Flow Protection only. */
  localSubnet: text,
  remoteSubnet: text,
  effectImmediately: flag,
  tunnelMode: choice(TUNNEL_MODES),
  /** Always two; the second one counts in dual mode only. */
  tunnels: z.tuple([tunnelValues, tunnelValues], { error: message('value.group') }),
  /** One switch for all tunnels, as in the API; `tunnels.N.bgp` counts only when it is on. */
  enableBgp: flag,
  /** Single mode only. */
  healthCheck: group({
    enable: flag,
    dip: text,
    sip: text,
    interval: text,
    retry: text,
    policy: choice(HEALTH_CHECK_POLICIES),
  }),
})

export const attachFormValuesSchema = group({
  regionId: text,
  transitRouterId: text,
  owner: group({ kind: choice(['current', 'other']), vpnOwnerId: text }),
  resource: group({ kind: choice(['create', 'select']), vpnId: text }),
  transitRouterAttachmentName: text,
  tag: z.array(group({ key: text, value: text }), { error: message('value.group') }),
  /** Empty: none chosen. Single-tunnel connections only. */
  zoneId: text,
  /** Counts when `resource.kind` is `create`. */
  connection: connectionValuesSchema,
  advanced: group({
    autoPublishRouteEnabled: flag,
    associateDefaultTable: flag,
    propagateToDefaultTable: flag,
  }),
})

export type AttachFormValues = z.infer<typeof attachFormValuesSchema>
export type ConnectionValues = z.infer<typeof connectionValuesSchema>
export type TunnelValues = z.infer<typeof tunnelValues>
