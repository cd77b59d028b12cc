import type { ConnectionFormValues, TunnelValues } from '@/lib/connection-form/values'
import { connectionFormDefaults, connectionFormValuesSchema } from '@/lib/connection-form/values'
import type { IpsecConnection, Tunnel } from '@/lib/ipsec-connections/schema'

/** The address of each customer gateway by its id, as far as it is known. */
export type Addresses = Readonly<Record<string, string>>

/** The addresses of a list of customer gateways. */
export const addressesOf = (
  gateways: readonly { customerGatewayId: string; ipAddress: string }[] = [],
): Addresses =>
  Object.fromEntries(
    gateways.map(({ customerGatewayId, ipAddress }) => [customerGatewayId, ipAddress]),
  )

/**
 * A connection as the form shows it; keys are empty and stay as they are. The cloud shows an address where an
 * id was left out: an id that is the address of its end is shown as left out, so that it follows the address.
 */
export function valuesOf(connection: IpsecConnection, addresses: Addresses): ConnectionFormValues {
  const { regionId, name, localSubnet, remoteSubnet, healthCheck } = connection
  const values = connectionFormDefaults(regionId)
  const defaults = values.connection
  const [first, second = first] = connection.tunnels
  const isAny = [...localSubnet, ...remoteSubnet].every((block) => block === '0.0.0.0/0')
  const lists = { localSubnet: localSubnet.join(', '), remoteSubnet: remoteSubnet.join(', ') }
  const read = (tunnel: Tunnel | undefined, fallback: TunnelValues) =>
    tunnel ? tunnelValues(tunnel, fallback, addresses) : fallback
  return {
    ...values,
    name,
    connection: {
      ...defaults,
      ...alike(connection, defaults),
      networkType: connection.networkType === 'private' ? 'private' : 'public',
      routingMode: isAny ? 'destination' : 'flow',
      ...(!isAny && lists),
      // Terraform provider: the server may answer it in lower case.
      tunnelBandwidth: /^large$/i.test(connection.tunnelBandwidth) ? 'Large' : 'Standard',
      tunnelMode: connection.tunnels.length > 1 ? 'dual' : 'single',
      tunnels: [read(first, defaults.tunnels[0]), read(second, defaults.tunnels[1])],
      healthCheck: healthCheck?.enable
        ? {
            enable: true,
            dip: healthCheck.dip,
            sip: healthCheck.sip,
            interval: String(healthCheck.interval),
            retry: String(healthCheck.retry),
            policy: healthCheck.policy === 'reserve_route' ? 'reserve_route' : 'revoke_route',
          }
        : defaults.healthCheck,
    },
  }
}

/** The switches and words that the form and the cloud have under one name. */
const alike = (connection: object, defaults: object): object =>
  Object.fromEntries(
    Object.entries(connection).filter(
      ([name, value]) =>
        ['boolean', 'string'].includes(typeof value) &&
        typeof value === typeof (defaults as Record<string, unknown>)[name],
    ),
  )

function tunnelValues(
  { customerGatewayId, internetIp, ike, ipsec, enableDpd, enableNatTraversal, bgp }: Tunnel,
  fallback: TunnelValues,
  addresses: Addresses,
): TunnelValues {
  return {
    customerGatewayId,
    psk: '',
    // A word that the form does not know is found by `unknownSettings`.
    ike: {
      ...(ike as TunnelValues['ike'] & typeof ike),
      ikeLifetime: String(ike.ikeLifetime),
      localId: ike.localId === internetIp ? '' : ike.localId,
      remoteId: ike.remoteId === addresses[customerGatewayId] ? '' : ike.remoteId,
    },
    ipsec: {
      ...(ipsec as TunnelValues['ipsec'] & typeof ipsec),
      ipsecLifetime: String(ipsec.ipsecLifetime),
    },
    enableDpd,
    enableNatTraversal,
    bgp: bgp
      ? {
          tunnelCidr: bgp.tunnelCidr,
          localBgpIp: bgp.localBgpIp,
          localAsn: String(bgp.localAsn),
        }
      : fallback.bgp,
  }
}

/** Settings with words that the form has no choice for, such as the algorithms of ShangMi gateways, by form path. */
export const unknownSettings = (values: ConnectionFormValues): string[] =>
  connectionFormValuesSchema.safeParse(values).error?.issues.map(({ path }) => path.join('.')) ?? []
