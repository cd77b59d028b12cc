import 'server-only'
import { Counter, Histogram, Registry } from 'prom-client'

import { once } from '@/lib/request/once'

/** What this process counts itself, for Prometheus. No label holds a secret, an address or an account's words. */
export const counters = () =>
  once('metrics', () => {
    const registry = new Registry()
    const registers = [registry]
    return {
      registry,
      calls: new Counter({
        name: 'cen_vpn_cloud_calls_total',
        help: 'Calls to the cloud, by action and outcome: accepted, refused or unknown.',
        labelNames: ['action', 'outcome'],
        registers,
      }),
      changes: new Counter({
        name: 'cen_vpn_changes_total',
        help: 'Changes that the watcher wrote down, by what changed and to what.',
        labelNames: ['what', 'to'],
        registers,
      }),
      requests: new Histogram({
        name: 'cen_vpn_request_seconds',
        help: 'Time a request for data or an action took, by its kind and whether it succeeded.',
        labelNames: ['kind', 'ok'],
        buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
        registers,
      }),
    }
  })

/** Times a request and counts it. `isOk` of what it gave. */
export async function timed<T>(
  kind: 'get' | 'action',
  run: () => Promise<T>,
  isOk: (value: T) => boolean,
): Promise<T> {
  const end = counters().requests.startTimer({ kind })
  const value = await run()
  end({ ok: String(isOk(value)) })
  return value
}
