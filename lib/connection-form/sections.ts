export type SectionId = 'basic' | 'encryption' | 'bgp' | 'healthCheck' | 'advanced'

/**
 * The sections of a form in their order, each with the paths of its fields, or of groups whose fields are all
 * in it. Every field of a form is in exactly one section.
 */
export type Sections = Partial<Record<SectionId, readonly string[]>>

/** Where the fields of a connection are, in every form that creates one. */
export const CONNECTION_SECTIONS = {
  basic: [
    'connection.networkType',
    'connection.tunnelMode',
    'connection.tunnelBandwidth',
    'connection.resourceGroupId',
    'connection.routingMode',
    'connection.localSubnet',
    'connection.remoteSubnet',
    'connection.effectImmediately',
    'connection.tunnels.0.customerGatewayId',
    'connection.tunnels.0.psk',
    'connection.tunnels.1.customerGatewayId',
    'connection.tunnels.1.psk',
  ],
  encryption: [
    'connection.tunnels.0.ike',
    'connection.tunnels.0.ipsec',
    'connection.tunnels.0.enableDpd',
    'connection.tunnels.0.enableNatTraversal',
    'connection.tunnels.1.ike',
    'connection.tunnels.1.ipsec',
    'connection.tunnels.1.enableDpd',
    'connection.tunnels.1.enableNatTraversal',
  ],
  bgp: ['connection.enableBgp', 'connection.tunnels.0.bgp', 'connection.tunnels.1.bgp'],
  healthCheck: ['connection.healthCheck'],
} as const satisfies Sections

/** The sections of the form that creates a connection without attaching it. */
export const CONNECTION_FORM_SECTIONS = {
  ...CONNECTION_SECTIONS,
  basic: ['regionId', 'name', 'tag', ...CONNECTION_SECTIONS.basic],
} as const satisfies Sections
