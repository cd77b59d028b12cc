import type { ConnectionValues, TunnelValues } from '@/lib/attach-form/values'
import { activeTunnels } from '@/lib/connection-form/choices'
import type { AttachFacts } from '@/lib/connection-form/facts'

/** A named change of the form that mends a problem: form paths with the values to set. */
export interface Fix {
  /** Packed by `message()`: what the button says. */
  label: string
  set: Readonly<Record<string, string | boolean>>
}

export interface Problem {
  /** Form path of the field it is about, such as `connection.tunnels.0.bgp.localAsn`. */
  path: string
  /** Packed by `message()`. */
  message: string
  fix?: Fix
}

/** One row of the table of rules. An error stops the form, a warning does not. */
export interface Rule<Values> {
  id: string
  severity: 'error' | 'warning'
  /** Where the rule comes from, in public. */
  source: string
  check: (values: Values, facts: AttachFacts) => Problem[]
}

export interface Finding extends Problem {
  rule: string
  severity: 'error' | 'warning'
}

export type ConnectionRule = Rule<ConnectionValues>

/** Runs a check on each tunnel that counts, with the form path of the tunnel. */
export const perTunnel = <T>(
  values: ConnectionValues,
  check: (tunnel: TunnelValues, path: string) => T[],
): T[] =>
  activeTunnels(values).flatMap((tunnel, index) => check(tunnel, `connection.tunnels.${index}`))
