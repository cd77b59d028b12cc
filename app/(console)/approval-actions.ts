'use server'
import { z } from 'zod'

import { reject, remark, withdraw } from '@/lib/approvals/answer'
import { approve } from '@/lib/approvals/approve'
import { message } from '@/lib/i18n/message'
import { action } from '@/lib/request/action'

import { approvedAction } from './approved-actions'

const said = z.string().trim().max(1000)
const text = said.min(1, { error: message('approval.text') })
const operationId = z.uuid()

/** Approves what somebody else asked for, as it was reviewed, or refuses it and says why. */
export const judge = action(
  {
    permission: 'operations.approve',
    schema: z.discriminatedUnion('answer', [
      z.strictObject({ operationId, answer: z.literal('approve'), text: said }),
      z.strictObject({ operationId, answer: z.literal('reject'), text }),
    ]),
  },
  ({ operationId: of, answer, text: why }, access) => ({
    isDangerous: answer === 'approve',
    go: () =>
      answer === 'approve' ? approve(access, of, why, approvedAction) : reject(access, of, why),
  }),
)

/** Says something about what waits, or takes one's own request back. */
export const comment = action(
  {
    permission: 'operations.comment',
    schema: z.discriminatedUnion('answer', [
      z.strictObject({ operationId, answer: z.literal('remark'), text }),
      z.strictObject({ operationId, answer: z.literal('withdraw'), text: said }),
    ]),
  },
  ({ operationId: of, answer, text: what }, access) =>
    (answer === 'remark' ? remark : withdraw)(access, of, what),
)
