import { ownerRules } from '@/lib/attach-form/rules/owner'
import { routerRules } from '@/lib/attach-form/rules/router'
import type { AttachFormValues } from '@/lib/attach-form/values'
import { checkConnection } from '@/lib/connection-form/rules'
import { type Finding, type Rule, runRules } from '@/lib/connection-form/rules/rule'
import type { Surroundings } from '@/lib/connection-form/surroundings'

/** The rules of attaching a connection, beside those of the connection itself. */
export const attachRules: readonly Rule<AttachFormValues>[] = [...routerRules, ...ownerRules]

/** What the rules say about the form: those of attaching, and of the connection where the form creates one. */
export const checkAttachForm = (values: AttachFormValues, known: Surroundings): Finding[] => [
  ...runRules(attachRules, values, known),
  ...(values.resource.kind === 'create' ? checkConnection(values.connection, known) : []),
]
