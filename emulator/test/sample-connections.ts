import type { VpnConnection } from '../state/vpn-records'
import type { Running } from './start'

export type Request = Parameters<Running['main']['vpcCall']>[1]

/** A tunnel that is up. */
export const up = 'ipsec_sa_established'

/** What a test asks of the connections of the sample world, by their names. */
export function sampleOf(running: Running) {
  const named = (name: string): VpnConnection => {
    const found = running.emulator.state.connections.first(({ Name }) => Name === name)
    if (!found) throw new Error(`no connection ${name}`)
    return found
  }
  const which = (name: string) => ({
    RegionId: named(name).RegionId,
    VpnConnectionId: named(name).id,
  })
  return {
    named,
    statuses: (name: string) => named(name).tunnels.map(({ Status }) => Status),
    sessions: (name: string) => named(name).tunnels.map(({ BgpStatus }) => BgpStatus),
    shown: (name: string) => running.main.vpcCall('DescribeVpnConnection', which(name)),
    modify: (name: string, request: Request) =>
      running.main.vpcCall('ModifyVpnAttachmentAttribute', { ...which(name), ...request }),
    /** The log of the last ten minutes. */
    log: async (name: string, index = 1): Promise<string> => {
      const { TunnelId = '' } = named(name).tunnels[index - 1] ?? {}
      const lines: string[] = []
      for (let PageNumber = 1; ; PageNumber += 1) {
        const { Data } = await running.main.vpcCall('DescribeVpnConnectionLogs', {
          ...which(name),
          MinutePeriod: 10,
          PageSize: 50,
          PageNumber,
          ...(TunnelId && { TunnelId }),
        })
        // The shape is the contract test's business.
        const { Logs } = Data as { Logs: string[] }
        if (Logs.length === 0) return lines.join('\n')
        lines.push(...Logs)
      }
    },
    /** The diagnosis of the first tunnel. */
    finding: async (name: string): Promise<unknown> => {
      const { dual, tunnels, id, RegionId } = named(name)
      const { VpnConnections } = await running.main.vpcCall('DiagnoseVpnConnections', {
        RegionId,
        ...(dual
          ? { TunnelIds: tunnels.map(({ TunnelId }) => TunnelId) }
          : { VpnConnectionIds: [id] }),
      })
      return (VpnConnections as unknown[])[0]
    },
  }
}
