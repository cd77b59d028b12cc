import { bgpRules } from '@/lib/attach-form/bgp-rules'
import { cryptoRules } from '@/lib/attach-form/crypto-rules'
import type { AttachFacts } from '@/lib/attach-form/facts'
import { gatewayRules } from '@/lib/attach-form/gateway-rules'
import { healthCheckRules } from '@/lib/attach-form/health-check-rules'
import { pskRules } from '@/lib/attach-form/psk-rules'
import { ownerRules, routerRules } from '@/lib/attach-form/router-rules'
import { routingRules } from '@/lib/attach-form/routing-rules'
import type { Finding, Rule } from '@/lib/attach-form/rule'
import type { AttachFormValues, ConnectionValues } from '@/lib/attach-form/values'

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
