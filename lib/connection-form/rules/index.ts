import { bgpRules } from '@/lib/connection-form/rules/bgp'
import { cryptoRules } from '@/lib/connection-form/rules/crypto'
import { gatewayRules } from '@/lib/connection-form/rules/gateway'
import { healthCheckRules } from '@/lib/connection-form/rules/health-check'
import { idRules } from '@/lib/connection-form/rules/ids'
import { nameRule } from '@/lib/connection-form/rules/name'
import { pskRules } from '@/lib/connection-form/rules/psk'
import { routingRules } from '@/lib/connection-form/rules/routing'
import {
  type ConnectionRule,
  type Finding,
  type Rule,
  runRules,
} from '@/lib/connection-form/rules/rule'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import type { ConnectionFormValues, ConnectionValues } from '@/lib/connection-form/values'

/** The rules that a connection obeys, attached or not. */
export const connectionRules: readonly ConnectionRule[] = [
  ...gatewayRules,
  ...routingRules,
  ...pskRules,
  ...cryptoRules,
  ...idRules,
  ...bgpRules,
  ...healthCheckRules,
]

/** The rules that a form has for the connection it creates, beside those of the connection. */
export const connectionFormRules: readonly Rule<ConnectionFormValues>[] = [
  nameRule('name', ({ name }) => name),
]

/** What the rules say about a form that creates a connection and attaches nothing. */
export const checkConnectionForm = (form: ConnectionFormValues, known: Surroundings): Finding[] => [
  ...runRules(connectionFormRules, form, known),
  ...checkConnection(form.connection, known),
]

/** What the rules say about a connection. */
export const checkConnection = (values: ConnectionValues, known: Surroundings): Finding[] =>
  runRules(connectionRules, values, known)
