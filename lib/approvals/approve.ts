import 'server-only'
import { isDeepStrictEqual } from 'node:util'

import { eq, sql } from 'drizzle-orm'

import { approvedCall, contentOf } from '@/lib/approvals/call'
import { end, onWaiting, OVER, tell, type Waiting } from '@/lib/approvals/waiting'
import { auditWitness } from '@/lib/audit/witness'
import { mustLieWithin } from '@/lib/cloud/limits'
import type { Witness } from '@/lib/cloud/witness'
import { withDatabase } from '@/lib/db/available'
import { people } from '@/lib/db/people-tables'
import { db, type Transaction } from '@/lib/db/pool'
import { approvals, operations } from '@/lib/db/tables'
import {
  AccessError,
  CloudError,
  InvalidInput,
  isNotFound,
  OperationError,
} from '@/lib/failure/errors'
import { definitionOf } from '@/lib/operations/definition'
import {
  asStored,
  type NewOperation,
  type OperationParts,
  readSecret,
} from '@/lib/operations/engine/database'
import { refuseWhenUnderway } from '@/lib/operations/engine/exclusive'
import { withoutBeginning } from '@/lib/operations/press'
import type { Change } from '@/lib/operations/schema'
import { setOff } from '@/lib/operations/start'
import type { Access } from '@/lib/people/access'
import { effectiveLimits } from '@/lib/people/profiles'
import { isAskedBy } from '@/lib/people/same-person'
import { withinToken } from '@/lib/people/token'
import { unseal } from '@/lib/process/seal'

/** An action that is pressed again, on behalf of who asked. */
export interface PressedAgain {
  press: (
    input: unknown,
    access: Access,
    again: {
      nonce: string
      witness: Witness
      /** Told before anything is sent. */
      shows: (difference: Change[]) => void
    },
  ) => Promise<unknown>
}

/**
 * Approves what waits: the action that asked is pressed again with what its person pressed, so everything is read and
 * judged again, and it is sent if it is the same to the last value. Sent once, whoever approves at the same time.
 * @throws OperationError and CloudError when the approval does not count; the request then goes on waiting
 */
export async function approve(
  access: Access,
  operationId: string,
  text: string,
  actionNamed: (name: string) => PressedAgain | undefined,
): Promise<void> {
  const waiting = await claim(access, operationId)
  let sent = false
  let asker: Access | undefined
  try {
    await mustReach(waiting, access)
    asker = await askerNow(waiting, access)
    const { person } = asker
    await again(waiting, asker, actionNamed, () => {
      sent = true
    })
    const isCall = waiting.operation.kind === approvedCall.kind
    await conclude(waiting, async (tx) => {
      if (!isCall) await refuseOthers(tx, waiting)
      await tell(tx, waiting, { access, what: 'approved', text })
      if (isCall) await end(tx, waiting, 'done')
      await tx.update(approvals).set(OVER).where(eq(approvals.operationId, operationId))
      await tx
        .update(operations)
        .set({
          ...(!isCall && { state: 'running' as const, startedAt: sql`now()` }),
          approvedBy: access.person?.email ?? null,
          begunBy: person ?? null,
        })
        .where(eq(operations.operationId, operationId))
    })
    if (!isCall) setOff(operationId)
  } catch (error) {
    // Before that it is who approves that may not.
    const isOfAsker = asker !== undefined && error instanceof AccessError
    const told = isOfAsker ? new OperationError('AskerMayNot') : asOutdated(error)
    const isRefused = sent && told instanceof CloudError && told.outcome === 'refused'
    const isNotCounted = told instanceof OperationError && NOT_COUNTED.has(told.code)
    await conclude(waiting, async (tx) => {
      if (isRefused) {
        await tell(tx, waiting, { access, what: 'approved', text })
        await end(tx, waiting, 'refused')
      } else if (isNotCounted)
        await tell(tx, waiting, {
          access,
          what: 'not-counted',
          code: (told as OperationError).code,
        })
    })
    throw told
  }
}

const NOT_COUNTED: ReadonlySet<string> = new Set(['ReadsDifferently', 'AskerMayNot'])

/** What is not there any more, or not legal any more, is not what was reviewed. */
const asOutdated = (error: unknown): unknown =>
  error instanceof InvalidInput ||
  isNotFound(error) ||
  (error instanceof OperationError && error.code === 'ReviewOutdated')
    ? new OperationError('ReadsDifferently')
    : error

/** Nobody else approves it for two minutes, which is more than it takes to read and send. */
const claim = (access: Access, operationId: string): Promise<Waiting> =>
  onWaiting(access, operationId, async (tx, waiting) => {
    if (isAskedBy(waiting.operation.begunBy, access.person)) throw new OperationError('OwnRequest')
    await tx
      .update(approvals)
      .set({ claimedUntil: sql`now() + interval '2 minutes'` })
      .where(eq(approvals.operationId, operationId))
    return waiting
  })

/** Gives the claim back, and writes down what came of it, once. @throws OperationError `RequestOver` */
const conclude = ({ operation }: Waiting, write: (tx: Transaction) => Promise<void>) =>
  withDatabase(() =>
    db().transaction(async (tx) => {
      const isIt = eq(operations.operationId, operation.operationId)
      const [now] = await tx.select().from(operations).where(isIt).for('update')
      if (now?.state !== 'waits-for-approval') throw new OperationError('RequestOver')
      await tx
        .update(approvals)
        .set({ claimedUntil: null })
        .where(eq(approvals.operationId, operation.operationId))
      await write(tx)
    }),
  )

/**
 * Whoever approves is limited as if it were their own press: where a request says to be, who asked said.
 * @throws AccessError `OutsideLimits`
 */
async function mustReach({ operation, approval }: Waiting, by: Access): Promise<void> {
  if (approval.sealed === null) return
  await mustLieWithin(by, [operation.place, unseal(operation.operationId, approval.sealed)])
}

/** On whose behalf it is sent: who asked, with no more than that person may now. @throws OperationError `AskerMayNot` */
async function askerNow({ operation }: Waiting, by: Access): Promise<Access> {
  const { profile, begunBy, reason } = operation
  const [now] = await withDatabase(() =>
    db()
      .select()
      .from(people)
      .where(eq(people.id, begunBy?.personId ?? '')),
  )
  if (!begunBy || !now || now.disabledAt) throw new OperationError('AskerMayNot')
  const limits = effectiveLimits(now)
  const may = await withinToken(begunBy, { role: now.role, ...(limits && { limits }) })
  if (!may) throw new OperationError('AskerMayNot')
  const { limits: _, ...person } = begunBy
  return {
    profile,
    person: { ...person, ...may },
    ...(by.person && { approver: by.person.email }),
    ...(reason !== null && { reason }),
  }
}

/** Presses again, and lets pass what is the same. @throws OperationError `ReadsDifferently` */
async function again(
  { operation, approval }: Waiting,
  asker: Access,
  actionNamed: (name: string) => PressedAgain | undefined,
  onSend: () => void,
): Promise<void> {
  const { operationId, place } = operation
  const action = actionNamed(approval.action)
  if (!action || approval.sealed === null) throw new OperationError('RequestOver')
  let isSame = false
  let difference: Change[] = []
  const mustBe = (same: boolean) => {
    isSame = same && isDeepStrictEqual(asStored(difference), approval.difference)
    if (!isSame) throw new OperationError('ReadsDifferently')
  }
  const audit = auditWitness(asker, { ...place, operationId })
  const compared = async (now: NewOperation, { secret }: OperationParts) => {
    const { kind, input } = operation
    const isSameContent = isDeepStrictEqual(asStored([now.kind, now.place, now.input]), [
      kind,
      operation.place,
      input,
    ])
    mustBe(isSameContent && (secret === undefined || (await hasSecret(operationId, secret))))
  }
  await withoutBeginning(compared, () =>
    action.press(unseal(operationId, approval.sealed ?? ''), asker, {
      nonce: operationId,
      shows: (shown) => {
        difference = shown
      },
      witness: async (write) => {
        mustBe(isDeepStrictEqual(asStored(contentOf(write)), operation.input))
        onSend()
        return audit(write)
      },
    }),
  )
  if (!isSame) throw new OperationError('ReadsDifferently')
}

const hasSecret = async (operationId: string, secret: unknown): Promise<boolean> =>
  isDeepStrictEqual(await readSecret(operationId), asStored(secret))

/** What began meanwhile on the same things goes first. @throws OperationError `OperationUnderway` */
async function refuseOthers(tx: Transaction, { operation }: Waiting): Promise<void> {
  const { kind, place } = operation
  const ids = definitionOf(kind).exclusive.flatMap((name) => place[name] ?? [])
  await refuseWhenUnderway(tx, operation, ids)
}
