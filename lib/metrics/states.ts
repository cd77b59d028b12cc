import 'server-only'
import { count, max } from 'drizzle-orm'
import { Gauge, Registry } from 'prom-client'

import { withDatabase } from '@/lib/db/available'
import { db } from '@/lib/db/pool'
import { observations, operations, watchedRegions } from '@/lib/db/tables'
import { counters } from '@/lib/metrics/counters'

/** All metrics as Prometheus reads them: the states that the watcher read last, and what this process counted. @throws DatabaseError */
export const allMetrics = (): Promise<string> =>
  withDatabase(async () => {
    const [seen, states, regions] = await Promise.all([
      db().select().from(observations),
      db()
        .select({ state: operations.state, count: count() })
        .from(operations)
        .groupBy(operations.state),
      db()
        .select({ regionId: watchedRegions.regionId, readAt: max(watchedRegions.readAt) })
        .from(watchedRegions)
        .groupBy(watchedRegions.regionId),
    ])
    const registry = new Registry()
    const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
      new Gauge({ name, help, labelNames, registers: [registry] })
    const of = ['account', 'region', 'connection', 'name'] as const
    const tunnel = gauge('cen_vpn_tunnel_up', 'Both phases of the tunnel are up.', [
      ...of,
      'tunnel',
    ])
    const bgp = gauge('cen_vpn_bgp_up', 'The BGP session of the tunnel is up.', [...of, 'tunnel'])
    const health = gauge('cen_vpn_health_check_up', 'The health check succeeds.', [...of])
    const attached = gauge('cen_vpn_attached', 'Something holds the connection.', [...of])
    for (const { profile, regionId, vpnConnectionId, seen: now } of seen) {
      const labels = {
        account: profile,
        region: regionId,
        connection: vpnConnectionId,
        name: now.name,
      }
      for (const [light, state] of Object.entries(now.lights)) {
        const [kind = '', index = ''] = light.split(':')
        const value = state === 'up' || state === 'attached' ? 1 : 0
        if (kind === 'tunnel') tunnel.set({ ...labels, tunnel: index }, value)
        if (kind === 'bgp') bgp.set({ ...labels, tunnel: index }, value)
        if (kind === 'health') health.set(labels, value)
        if (kind === 'attachment') attached.set(labels, value)
      }
    }
    const read = gauge(
      'cen_vpn_watched_timestamp_seconds',
      'When the watcher last read the region whole, in seconds since 1970.',
      ['region'],
    )
    for (const { regionId, readAt } of regions)
      if (readAt) read.set({ region: regionId }, readAt.getTime() / 1000)
    const operation = gauge('cen_vpn_operations', 'Operations by state.', ['state'])
    for (const row of states) operation.set({ state: row.state }, row.count)
    return (await registry.metrics()) + (await counters().registry.metrics())
  })
