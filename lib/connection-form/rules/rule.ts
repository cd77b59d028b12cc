import type { Surroundings } from '@/lib/connection-form/surroundings'
import { activeTunnels } from '@/lib/connection-form/tunnels'
import type { ConnectionValues, TunnelValues } from '@/lib/connection-form/values'
import type { Packed } from '@/lib/i18n/message'

/**
 * Who says so. `cloud`: the cloud is known to refuse it. `standard`: a standard, or the definition of the
 * parameter, forbids it or advises against it. `advice`: experience only.
 */
type Authority = { class: 'cloud' | 'advice' } | { class: 'standard'; cannotWork?: true }

/** A rule across fields, or against what the cloud knows: one row of the table. */
export type Rule<Values> = Authority & {
  /** Unique in the table. Its text has the same key in the catalogue, under `rules`, where it has one of its own. */
  name: string
  /** Where the rule comes from, in public: what to read to check it. */
  source: string
  /** The fields at which it may speak; `*` stands for the number of a tunnel. */
  paths: readonly string[]
  /** Values that cannot be read are left to the schema, and what is not known of the cloud is no problem. */
  check: (values: Values, known: Surroundings) => Problem[]
  /** The change that a press makes to end the problem at `path`; nothing where there is none. */
  fix?: (values: Values, path: string, known: Surroundings) => Fix | undefined
}

export interface Problem {
  /** Form path of the field it is about, such as `connection.tunnels.0.bgp.localAsn`. */
  path: string
  message: Packed
}

/** A named change of the form that mends a problem: form paths with the values to set. */
export interface Fix {
  /** What the button says. */
  label: Packed
  set: Readonly<Record<string, string | boolean>>
}

/** A problem, with what its rule adds to it. An error stops the form, a warning does not. */
export interface Finding extends Problem {
  rule: string
  severity: 'error' | 'warning'
  fix?: Fix
}

export type ConnectionRule = Rule<ConnectionValues>

/** Only what the cloud refuses and what cannot work is an error. */
export const severityOf = (rule: Authority): Finding['severity'] =>
  rule.class === 'cloud' || (rule.class === 'standard' && rule.cannotWork) ? 'error' : 'warning'

/** What a table of rules says about a form, in the order of the table. */
export const runRules = <Values>(
  rules: readonly Rule<Values>[],
  values: Values,
  known: Surroundings,
): Finding[] =>
  rules.flatMap((rule) =>
    rule.check(values, known).map((problem) => {
      const fix = rule.fix?.(values, problem.path, known)
      return { ...problem, rule: rule.name, severity: severityOf(rule), ...(fix && { fix }) }
    }),
  )

/** Runs a check on each tunnel that counts, with the form path of the tunnel. */
export const perTunnel = <T>(
  values: ConnectionValues,
  check: (tunnel: TunnelValues, path: string) => T[],
): T[] =>
  activeTunnels(values).flatMap((tunnel, index) => check(tunnel, `connection.tunnels.${index}`))
