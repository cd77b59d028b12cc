// Apart from values.ts, so that a page that only offers the choices does not carry the validator.

// Enumerations and their order: guide, IKE Settings and IPsec Settings; Alibaba: CreateVpnAttachment.
export const IKE_VERSIONS = ['ikev1', 'ikev2'] as const
export const IKE_MODES = ['main', 'aggressive'] as const
export const ENCRYPTION_ALGORITHMS = ['aes', 'aes192', 'aes256', 'des', '3des'] as const
export const AUTHENTICATION_ALGORITHMS = ['sha1', 'md5', 'sha256', 'sha384', 'sha512'] as const
export const IKE_GROUPS = ['group1', 'group2', 'group5', 'group14'] as const
export const IPSEC_GROUPS = ['disabled', ...IKE_GROUPS] as const
export const NETWORK_TYPES = ['public', 'private'] as const
export const ROUTING_MODES = ['destination', 'flow'] as const
export const TUNNEL_MODES = ['single', 'dual'] as const
/** Guide, Switch Route: Yes withdraws the routes that fail (`revoke_route`), No keeps them. */
export const HEALTH_CHECK_POLICIES = ['revoke_route', 'reserve_route'] as const
