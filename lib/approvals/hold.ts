import 'server-only'
import { sql } from 'drizzle-orm'

import { approvedCall, contentOf } from '@/lib/approvals/call'
import { sendOfCall, sendsOfOperation } from '@/lib/approvals/sends'
import { appendAudit, auditedAs } from '@/lib/audit/append'
import type { Witness, WitnessedWrite } from '@/lib/cloud/witness'
import { withDatabase } from '@/lib/db/available'
import { approvals } from '@/lib/db/tables'
import {
  insertOperation,
  type NewOperation,
  type OperationParts,
} from '@/lib/operations/engine/database'
import { withoutBeginning } from '@/lib/operations/press'
import type { Change, Sending } from '@/lib/operations/schema'
import type { Access } from '@/lib/people/access'
import { isApproved, type Permission } from '@/lib/people/permissions'
import { asksSecondPerson } from '@/lib/people/profiles'
import { env } from '@/lib/process/env'
import { seal } from '@/lib/process/seal'
import { writeOnce } from '@/lib/request/intent'

/** A press that a second person may have to approve. */
interface Press {
  access: Access
  /** By which the action is found again. */
  action: string
  /** As it came, before it was parsed. */
  input: unknown
  place: { regionId?: string | undefined; cenId?: string | undefined }
}

/** Keeps a call from leaving. */
class HeldBack extends Error {}

/** Whether what is dangerous of this waits for a second person. */
export const waitsForSecond = ({ profile, person }: Access, permission: Permission): boolean =>
  person !== undefined && isApproved(permission) && asksSecondPerson(profile)

/** Holds back what a press would send, from when it is told to. */
export class Hold {
  #isHolding = false
  #held: string | undefined
  #difference: Change[] = []
  readonly #press: Press

  constructor(press: Press) {
    this.#press = press
  }

  /** Sees each call before it leaves: lets it pass to the audit, or holds it back. */
  witness(audit: Witness): Witness {
    return async (write) => {
      if (!this.#isHolding) return audit(write)
      await this.#holdCall(write)
      throw new HeldBack()
    }
  }

  /**
   * Runs what is dangerous, and holds back what it would send: gives the id of the operation that waits for a second
   * person. Undefined, and the value, when it sends nothing.
   */
  async until<Value>(
    run: () => Promise<Value> | Value,
    difference: Change[] = [],
  ): Promise<{ held: string } | { value: Value }> {
    this.#isHolding = true
    this.#difference = difference
    try {
      const value = await withoutBeginning(
        (operation, parts) => this.#holdOperation(operation, parts),
        async () => await run(),
      )
      return this.#held === undefined ? { value } : { held: this.#held }
    } catch (error) {
      if (error instanceof HeldBack && this.#held !== undefined) return { held: this.#held }
      throw error
    }
  }

  async #holdOperation(operation: NewOperation, parts: OperationParts): Promise<void> {
    await this.#write(operation, parts, sendsOfOperation(operation))
  }

  async #holdCall(write: WitnessedWrite): Promise<void> {
    const { access, place } = this.#press
    const { profile, person = null, reason = null } = access
    const send = sendOfCall(write)
    const cenId = write.parameters['CenId'] ?? place.cenId
    await this.#write(
      {
        operationId: writeOnce().clientToken,
        kind: approvedCall.kind,
        subject: Object.values(write.former).find(Boolean) ?? send.on ?? write.action,
        place: {
          regionId: write.parameters['RegionId'] ?? place.regionId ?? '',
          ...(cenId && { cenId }),
        },
        profile,
        begunBy: person,
        reason,
        input: contentOf(write),
      },
      { steps: [], secret: undefined, exclusiveIds: [] },
      [send],
    )
  }

  async #write(operation: NewOperation, parts: OperationParts, sends: Sending[]): Promise<void> {
    const { access, action, input } = this.#press
    const { operationId, place } = operation
    const by = access.person?.email ?? ''
    await withDatabase(() =>
      insertOperation(operation, parts, async (tx) => {
        await tx.insert(approvals).values({
          operationId,
          action,
          sealed: seal(operationId, input),
          sends,
          difference: this.#difference,
          history: [{ what: 'asked', by, at: new Date().toISOString() }],
          expiresAt: sql`now() + interval '24 hours'`,
          ...(env.ALERT_WEBHOOK && { dueAt: sql`now()` }),
        })
        await appendAudit(tx, {
          ...auditedAs(access),
          phase: 'intent',
          action: 'console:ask-approval',
          regionId: place.regionId,
          ...(place.cenId && { cenId: place.cenId }),
          changes: [],
          operationId,
          outcome: 'accepted',
        })
      }),
    )
    this.#held = operationId
  }
}
