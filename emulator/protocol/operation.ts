import type { z } from 'zod'

import type { Gateways } from '../gateways/gateways'
import type { Account } from '../state/accounts'
import type { Transaction } from '../state/transaction'
import { nestedFor } from './nesting'
import { parse } from './parameters'

/** The fields of an operation's answer besides RequestId. */
export type Body = Readonly<Record<string, unknown>>

/** What an operation works with: the state at the time of the call, who calls, and the other ends of connections. */
export interface Context extends Transaction {
  readonly account: Account
  readonly requestId: string
  readonly gateways: Gateways
}

export interface Operation {
  readonly params: z.ZodObject
  /** Parses the parameters by their flat names, checks and does. Whatever it changed is undone when it throws or in a dry run. */
  execute(
    parameters: Readonly<Record<string, string>>,
    context: Context,
  ): { body: Body; isDryRun: boolean }
  /** What a dry run that passes answers. Alibaba: an error, except two operations that answer a RequestId. */
  readonly dryRun: 'error' | 'request-id'
}

/** An API operation: the parameters it takes, by wire name, and what it does. */
export function operation<S extends z.ZodObject>(
  params: S,
  run: (params: z.output<S>, context: Context) => Body,
  { dryRun = 'error' }: { dryRun?: Operation['dryRun'] } = {},
): Operation {
  return {
    params,
    execute: (parameters, context) => {
      const given = parse(params, nestedFor(params, parameters))
      return { body: run(given, context), isDryRun: 'DryRun' in given && given.DryRun === true }
    },
    dryRun,
  }
}

/** CBN's time format: UTC to the minute, as in `2022-07-08T08:45Z`. */
export function toMinute(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16)}Z`
}
