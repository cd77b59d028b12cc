import type { Surroundings } from '@/lib/connection-form/surroundings'
import type { ConnectionValues, TunnelValues } from '@/lib/connection-form/values'

/** A change of a clean form after which a rule speaks, where, and what its message contains. */
export interface Case<Form = unknown> {
  rule: string
  at: string
  change: (form: Form, connection: ConnectionValues, tunnel: TunnelValues) => void
  known?: Partial<Surroundings>
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
