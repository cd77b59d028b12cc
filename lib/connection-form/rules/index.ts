import { bgpRules } from '@/lib/connection-form/rules/bgp'
import { cryptoRules } from '@/lib/connection-form/rules/crypto'
import { gatewayRules } from '@/lib/connection-form/rules/gateway'
import { healthCheckRules } from '@/lib/connection-form/rules/health-check'
import { pskRules } from '@/lib/connection-form/rules/psk'
import { routingRules } from '@/lib/connection-form/rules/routing'
import { type ConnectionRule, type Finding, runRules } from '@/lib/connection-form/rules/rule'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import type { ConnectionValues } from '@/lib/connection-form/values'

/** The rules that a connection obeys, attached or not. */
export const connectionRules: readonly ConnectionRule[] = [
  ...gatewayRules,
  ...routingRules,
  ...pskRules,
  ...cryptoRules,
  ...bgpRules,
  ...healthCheckRules,
]

/** What the rules say about a connection. */
export const checkConnection = (values: ConnectionValues, known: Surroundings): Finding[] =>
  runRules(connectionRules, values, known)
