import { ownerRules, routerRules } from '@/lib/attach-form/rules/router'
import type { AttachFormValues, ConnectionValues } from '@/lib/attach-form/values'
import type { AttachFacts } from '@/lib/connection-form/facts'
import { bgpRules } from '@/lib/connection-form/rules/bgp'
import { cryptoRules } from '@/lib/connection-form/rules/crypto'
import { gatewayRules } from '@/lib/connection-form/rules/gateway'
import { healthCheckRules } from '@/lib/connection-form/rules/health-check'
import { pskRules } from '@/lib/connection-form/rules/psk'
import { routingRules } from '@/lib/connection-form/rules/routing'
import type { Finding, Rule } from '@/lib/connection-form/rules/rule'

/** The table of rules across fields that a connection obeys, attached or not. */
export const connectionRules: readonly Rule<ConnectionValues>[] = [
  ...gatewayRules,
  ...routingRules,
  ...pskRules,
  ...cryptoRules,
  ...bgpRules,
  ...healthCheckRules,
]

/** The further rules of attaching it. */
export const attachmentRules: readonly Rule<AttachFormValues>[] = [...routerRules, ...ownerRules]

/** What the rules say about a connection. Values that cannot be read are left to the schema. */
export const checkConnection = (values: ConnectionValues, facts: AttachFacts): Finding[] =>
  run(connectionRules, values, facts)

/** What the rules say about the form: errors and warnings, in the order of the table. */
export const checkAttachForm = (values: AttachFormValues, facts: AttachFacts): Finding[] => [
  ...run(attachmentRules, values, facts),
  ...(values.resource.kind === 'create' ? checkConnection(values.connection, facts) : []),
]

const run = <Values>(
  rules: readonly Rule<Values>[],
  values: Values,
  facts: AttachFacts,
): Finding[] =>
  rules.flatMap(({ id, severity, check }) =>
    check(values, facts).map((problem) => ({ ...problem, rule: id, severity })),
  )
