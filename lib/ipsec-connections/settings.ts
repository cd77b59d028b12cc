import type {
  HealthCheck,
  Ike,
  Ipsec,
  IpsecConnectionChange,
  IpsecConnectionSettings,
  NewTunnel,
  TunnelChange,
} from '@/lib/ipsec-connections/schema'

/**
 * The parameters of CreateVpnAttachment. Every one is sent: the API's defaults are not the guide's (ikev1 and
 * md5 against ikev2 and sha1).
 */
export function settingsRequest<Settings extends IpsecConnectionSettings>(settings: Settings) {
  // The rest has the SDK's names and travels as it is.
  const { name, localSubnet, remoteSubnet, tunnels, enableBgp, healthCheck, ...rest } = settings
  return {
    ...rest,
    name: name || undefined, // Alibaba: 1 to 100 characters
    localSubnet: localSubnet.join(','),
    remoteSubnet: remoteSubnet.join(','),
    ...tunnelParameters({ tunnels, enableBgp, healthCheck }),
  }
}

/** One tunnel travels as JSON texts at the top, two as a list; never both. */
function tunnelParameters({
  tunnels,
  enableBgp,
  healthCheck,
}: Pick<IpsecConnectionSettings, 'tunnels' | 'enableBgp'> & {
  healthCheck: IpsecConnectionSettings['healthCheck'] | undefined
}) {
  if (tunnels.length === 2)
    return {
      enableTunnelsBgp: enableBgp,
      tunnelOptionsSpecification: tunnels.map((tunnel, index) => ({
        tunnelIndex: index + 1,
        customerGatewayId: tunnel.customerGatewayId,
        enableDpd: tunnel.enableDpd,
        enableNatTraversal: tunnel.enableNatTraversal,
        tunnelIkeConfig: ikeOf(tunnel),
        tunnelIpsecConfig: tunnel.ipsec,
        tunnelBgpConfig: enableBgp ? bgpOf(tunnel) : undefined,
      })),
    }
  const [tunnel] = tunnels
  return {
    customerGatewayId: tunnel.customerGatewayId,
    enableDpd: tunnel.enableDpd,
    enableNatTraversal: tunnel.enableNatTraversal,
    ikeConfig: json(ikeOf(tunnel)),
    ipsecConfig: json(tunnel.ipsec),
    bgpConfig: json({ enableBgp, ...(enableBgp && bgpOf(tunnel)) }),
    healthCheckConfig: healthCheckJson(healthCheck),
  }
}

/**
 * The parameters of ModifyVpnAttachmentAttribute: what is not given stays as it is. Tunnels with an id travel as
 * a list, one without as JSON texts at the top.
 */
export function changeRequest({ tunnels = [], healthCheck, ...common }: IpsecConnectionChange) {
  const { enableBgp, ...top } = common
  const [first = {}] = tunnels
  if (first.tunnelId !== undefined)
    return {
      ...top,
      enableTunnelsBgp: enableBgp,
      tunnelOptionsSpecification: tunnels.map((tunnel) => ({
        tunnelId: tunnel.tunnelId,
        ...tunnelOptions(tunnel),
      })),
    }
  const { customerGatewayId, enableDpd, enableNatTraversal, psk, ike, ipsec, bgp } = first
  return {
    ...top,
    customerGatewayId,
    enableDpd,
    enableNatTraversal,
    ikeConfig: someJson({ ...ike, psk }),
    ipsecConfig: someJson({ ...ipsec }),
    bgpConfig: someJson({ enableBgp, ...bgp }),
    healthCheckConfig: healthCheck && JSON.stringify(healthCheckNames({ ...healthCheck })),
  }
}

/** The settings of one tunnel, for ModifyTunnelAttribute. */
export const tunnelOptions = ({
  customerGatewayId,
  enableDpd,
  enableNatTraversal,
  psk,
  ike,
  ipsec,
  bgp,
}: TunnelChange) => ({
  customerGatewayId,
  enableDpd,
  enableNatTraversal,
  tunnelIkeConfig: ike || psk ? { ...ike, psk } : undefined,
  tunnelIpsecConfig: ipsec,
  tunnelBgpConfig: bgp,
})

/** Only what can be set: a connection that was read has the peer's side and a status as well. */
const bgpOf = ({ bgp }: NewTunnel) =>
  bgp && { localAsn: bgp.localAsn, localBgpIp: bgp.localBgpIp, tunnelCidr: bgp.tunnelCidr }

/** Without ids the cloud uses the gateways' addresses, without a key it makes one. */
function ikeOf({ ike: { localId, remoteId, ...ike }, psk }: NewTunnel) {
  return {
    ...ike,
    ...(localId && { localId }),
    ...(remoteId && { remoteId }),
    ...(psk && { psk }),
  }
}

/** Alibaba: the keys of the JSON texts are capitalised. */
const json = (value: Partial<Ike> | Ipsec | object) =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name.charAt(0).toUpperCase() + name.slice(1),
        each as unknown,
      ]),
    ),
  )

/** The same of what is given; nothing when nothing is. */
function someJson(value: object): string | undefined {
  const given = Object.entries(value).filter(([, each]) => each !== undefined)
  return given.length > 0 ? json(Object.fromEntries(given)) : undefined
}

/** Alibaba: HealthCheckConfig has lower-case keys, but `Policy`. */
const healthCheckNames = ({ policy, ...check }: Partial<Omit<HealthCheck, 'status'>>) => ({
  ...check,
  ...(policy !== undefined && { Policy: policy }),
})

const healthCheckJson = (check: Omit<HealthCheck, 'status'> | undefined) => {
  if (!check?.enable) return JSON.stringify({ enable: false })
  const { enable, dip, sip, interval, retry, policy } = check
  return JSON.stringify(healthCheckNames({ enable, dip, sip, interval, retry, policy }))
}
