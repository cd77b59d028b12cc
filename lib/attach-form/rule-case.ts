import type { AttachFormValues, ConnectionValues, TunnelValues } from '@/lib/attach-form/values'
import type { AttachFacts } from '@/lib/connection-form/facts'

/** A change of a clean form after which a rule speaks, where, and what its message holds. */
export interface Case {
  rule: string
  at: string
  change: (values: AttachFormValues, connection: ConnectionValues, tunnel: TunnelValues) => void
  facts?: Partial<AttachFacts>
  says?: Record<string, string | number>
}

export const flow =
  (local: string, remote: string) => (_: unknown, connection: ConnectionValues) => {
    Object.assign(connection, { routingMode: 'flow', localSubnet: local, remoteSubnet: remote })
  }
export const bgp =
  (change: Partial<TunnelValues['bgp']>) => (_: unknown, connection: ConnectionValues) => {
    connection.enableBgp = true
    Object.assign(connection.tunnels[0].bgp, change)
  }
export const key = (psk: string) => (_: unknown, __: unknown, tunnel: TunnelValues) => {
  tunnel.psk = psk
}
export const probe = (dip: string, sip: string) => (_: unknown, connection: ConnectionValues) => {
  Object.assign(connection.healthCheck, { enable: true, dip, sip })
}
export const dual = (change: (connection: ConnectionValues) => void) => {
  return (_: unknown, connection: ConnectionValues) => {
    Object.assign(connection, { tunnelMode: 'dual', enableBgp: true })
    connection.tunnels[1].customerGatewayId = 'cgw-2'
    connection.tunnels[1].bgp.tunnelCidr = '169.254.31.0/30'
    change(connection)
  }
}
export const T1 = 'connection.tunnels.0'
export const T2 = 'connection.tunnels.1'
