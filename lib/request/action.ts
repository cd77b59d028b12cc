import 'server-only'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { z } from 'zod'

import type { PressedAgain } from '@/lib/approvals/approve'
import { Hold, waitsForSecond } from '@/lib/approvals/hold'
import { auditWitness } from '@/lib/audit/witness'
import { type Busy, counted } from '@/lib/cloud/trace'
import { witnessed } from '@/lib/cloud/witness'
import { Fault, InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import { timed } from '@/lib/metrics/counters'
import type { Change } from '@/lib/operations/schema'
import {
  careOf,
  isApproved,
  type Permission,
  type WeighedPermission,
} from '@/lib/people/permissions'
import { isProven, proofsOf } from '@/lib/people/presence'
import { asksReason } from '@/lib/people/profiles'
import { env } from '@/lib/process/env'
import { type Access, accessOfRequest, otherAccount } from '@/lib/request/access'
import { authoriseInput } from '@/lib/request/authorise'
import { auditingDenials, recordNobody } from '@/lib/request/denials'
import {
  failure,
  heldOr,
  invalid,
  NOT_BY_TOKEN,
  otherwise,
  SIGN_IN_FIRST,
  wrongReason,
} from '@/lib/request/failed'
import { gateRequest, refusal } from '@/lib/request/gate'
import { intended } from '@/lib/request/intent'
import { reasonOf } from '@/lib/request/reason'
import { REASON_HEADER } from '@/lib/request/reason-header'
import { type ActionFailure, type ActionResult, PROOF_NEEDED } from '@/lib/request/result'

/** What an action whose care is `by-content` gives once it has read what is there: nothing is sent before `go`. */
export interface Weighed<Value> {
  /** By what the server read, never by what the browser says. */
  isDangerous: boolean
  go: () => Promise<Value>
  /** What that does beyond the calls themselves, for a second person who has to approve it. */
  difference?: Change[]
}

type Run<Output, Value> = (input: Output, access: Access) => Value | Promise<Value>
type Act<Input, Value> = ((input: Input, nonce?: string) => Promise<ActionResult<Value>>) & {
  permission: Permission
  schema: z.ZodType<unknown, Input>
  /** Under which name it is found again when a second person approves it. */
  approvedAs?: string
  /** The same for a script, on whose behalf a token speaks: no page, and nobody who could prove to be there. */
  byScript: ByScript
} & PressedAgain

type ByScript = (access: Access, input: unknown, nonce?: string) => Promise<ActionResult<unknown>>

type Perform<Value> = (
  asked: Access,
  press: { input: unknown; nonce: string | undefined; busy: Busy },
) => Promise<ActionResult<Value>>

interface Asked<Input, Output, Needed extends Permission> {
  permission: Needed
  schema: z.ZodType<Output, Input>
  approvedAs?: string
}

/**
 * Makes a server action: gate, permission, schema, run, one result. What `run` writes to the cloud is in
 * the audit before it leaves. `nonce`: of the intent, the same for all its presses. Throw inside `run`; only a
 * `Failure`, an `InvalidInput` or a failed parse reaches the reader as words, anything else as an id. What the table of
 * permissions calls dangerous is done only for somebody who proved to be there a moment ago.
 */
export function action<Input, Output, Value>(
  of: Asked<Input, Output, WeighedPermission>,
  run: Run<Output, Weighed<Value>>,
): Act<Input, Value>
export function action<Input, Output, Value>(
  of: Asked<Input, Output, Exclude<Permission, WeighedPermission>>,
  run: Run<Output, Value>,
): Act<Input, Value>
export function action<Input, Output, Value>(
  { permission, schema, approvedAs }: Asked<Input, Output, Permission>,
  run: Run<Output, Value | Weighed<Value>>,
): Act<Input, Value> {
  if (isApproved(permission) !== (approvedAs !== undefined))
    throw new Fault(`What ${permission} allows is approved under a name, and nothing else.`)
  // The overloads: whoever has such a permission gives what it weighed.
  const weighed = (made: Value | Weighed<Value>) => made as Weighed<Value>
  const perform: Perform<Value> = async (asked, { input, nonce, busy }) => {
    const said = reasonOf(
      (await headers()).get(REASON_HEADER),
      permission,
      asksReason(asked.profile),
    )
    const access = 'wrong' in said ? asked : { ...asked, ...said }
    return await auditingDenials(access, permission, async () => {
      await authoriseInput(access, permission, input)
      if ('wrong' in said) return wrongReason(said.wrong)
      const care = careOf(permission)
      const isHeld = approvedAs !== undefined && waitsForSecond(access, permission)
      const first = care === 'step-up' && (await proveFirst(access, isHeld))
      if (first) return first
      const parsed = schema.safeParse(input)
      if (!parsed.success) return invalid(parsed.error)
      const place = placeOf(parsed.data)
      const audit = auditWitness(access, place)
      const hold = isHeld ? new Hold({ access, action: approvedAs, input, place }) : undefined
      const answer = async (): Promise<ActionResult<Value>> => {
        if (care !== 'by-content') {
          const all = () => run(parsed.data, access) as Value | Promise<Value>
          return hold ? heldOr(await hold.until(all)) : { ok: true, value: await all() }
        }
        const { isDangerous, go, difference } = weighed(await run(parsed.data, access))
        const missing = isDangerous && (await proveFirst(access, isHeld))
        if (missing) return missing
        return hold && isDangerous
          ? heldOr(await hold.until(go, difference))
          : { ok: true, value: await go() }
      }
      const written = () => witnessed(hold?.witness(audit) ?? audit, answer)
      return await counted(busy, () => intended(nonce, written))
    })
  }
  const act = (input: Input, nonce?: string) =>
    answered(async (busy) => {
      const turnedAway = await gate()
      if (turnedAway) return turnedAway
      const access = await accessOfRequest()
      if (!access) {
        await recordNobody(permission)
        return SIGN_IN_FIRST
      }
      const other = permission !== 'preferences.write' && (await otherAccount(access))
      return other ? otherwise(other) : await perform(access, { input, nonce, busy })
    })
  const byScript: ByScript = (access, input, nonce) =>
    answered((busy) => perform(access, { input, nonce, busy }))
  const press: PressedAgain['press'] = async (input, access, { nonce, witness, shows }) => {
    await authoriseInput(access, permission, input)
    const parsed = schema.safeParse(input)
    if (!parsed.success) throw InvalidInput.of(parsed.error)
    return await witnessed(witness, () =>
      intended(nonce, async () => {
        const made = await run(parsed.data, access)
        if (careOf(permission) !== 'by-content') return made
        const { go, difference = [] } = weighed(made)
        shows(difference)
        return await go()
      }),
    )
  }
  // So that a test can run each against the table.
  return Object.assign(act, {
    permission,
    schema,
    press,
    byScript,
    ...(approvedAs && { approvedAs }),
  })
}

/**
 * Makes a server action that anybody may call: what one does before one is signed in, and how a page looks. It has no
 * access, so it reaches no cloud.
 */
export function openAction<Input, Output, Value>(
  { schema }: { schema: z.ZodType<Output, Input> },
  run: (input: Output) => Promise<Value>,
) {
  const act = (input: Input): Promise<ActionResult<Value>> =>
    answered(async () => {
      const turnedAway = await gate()
      if (turnedAway) return turnedAway
      const parsed = schema.safeParse(input)
      if (!parsed.success) return invalid(parsed.error)
      return { ok: true, value: await run(parsed.data) }
    })
  return Object.assign(act, { schema })
}

const answered = <Value>(run: (busy: Busy) => Promise<ActionResult<Value>>) =>
  timed(
    'action',
    () => answerOf(run),
    ({ ok }) => ok,
  )

async function answerOf<Value>(
  run: (busy: Busy) => Promise<ActionResult<Value>>,
): Promise<ActionResult<Value>> {
  const busy: Busy = { code: '', again: 0 }
  const told = () => (busy.again > 0 ? { busy } : {})
  try {
    return { ...(await run(busy)), ...told() }
  } catch (error) {
    unstable_rethrow(error)
    return { ...failure(error), ...told() }
  }
}

async function gate(): Promise<ActionFailure | undefined> {
  const from = await headers()
  // A token is for `/api`: no action of a page is done by one.
  const request = {
    ...gateRequest('POST', 'data', { get: (name) => from.get(name) }),
    bearer: false,
  }
  const turnedAway = refusal(request, env.ALLOWED_HOSTS)
  return turnedAway && { ok: false, message: message('request.foreign') }
}

/**
 * What asks whoever pressed to prove to be there; nothing when that was a moment ago, or nobody signs in here. A token
 * proves nothing: it does what is dangerous only where a second person looks at it (`isHeld`), who proves it.
 */
async function proveFirst({ person }: Access, isHeld: boolean): Promise<ActionFailure | undefined> {
  if (person?.token !== undefined) return isHeld ? undefined : NOT_BY_TOKEN
  if (!person || (await isProven(person))) return undefined
  return {
    ok: false,
    message: message('request.proofNeeded'),
    code: PROOF_NEEDED,
    outcome: 'refused',
    proofs: await proofsOf(person),
  }
}

/** Where an input says that it works; nothing when it does not. */
const placeOf = (input: unknown) => placed.safeParse(input).data ?? {}
const placed = z.object({ regionId: z.string().optional(), cenId: z.string().optional() })
