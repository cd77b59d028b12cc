import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

import 'server-only'
import { z } from 'zod'

import type { Write } from '@/lib/cloud/client'
import { once } from '@/lib/request/once'

// One per process: what an action calls may be in another bundle.
const intents = once('intents', () => new AsyncLocalStorage<string>())

/** Runs one press; every press of the same intent brings the same nonce. */
export const intended = <T>(nonce: unknown, run: () => Promise<T>): Promise<T> =>
  intents.run(z.uuid().safeParse(nonce).data ?? randomUUID(), run)

/**
 * What the one write of an action carries: the nonce of its intent is the token, so that a second press finds
 * what the first one made. The cloud refuses the token with other content.
 */
export const writeOnce = (): Write => ({ clientToken: intents.getStore() ?? randomUUID() })
