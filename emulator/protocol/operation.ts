import type { z } from 'zod'

import type { Account } from '../state/accounts'
import type { TransitionName } from '../state/durations'
import type { QuotaName } from '../state/quotas'
import type { State } from '../state/state'
import { parse } from './parameters'

/** What an operation's answer holds besides RequestId. */
export type Body = Readonly<Record<string, unknown>>

/** The world as a change of state sees it. */
export interface World {
  readonly state: State
  /** Epoch ms by the emulator's clock. */
  readonly now: number
  /** Lets a transition happen to a record after its duration. */
  readonly schedule: (transition: TransitionName, target: string) => void
  readonly quota: (name: QuotaName) => number
}

/** The world as an operation sees it. */
export interface Context extends World {
  readonly account: Account
  readonly requestId: string
}

export interface Operation {
  readonly params: z.ZodObject
  /** Parses the nested parameters, checks and does. Whatever it changed is undone when it throws or in a dry run. */
  execute(nested: unknown, context: Context): Body
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
    execute: (nested, context) => run(parse(params, nested), context),
    dryRun,
  }
}
