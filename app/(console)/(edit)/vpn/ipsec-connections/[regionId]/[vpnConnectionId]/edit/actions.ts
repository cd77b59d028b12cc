'use server'
import { z } from 'zod'

import { startEdit } from '@/lib/connection-edit/operation'
import { needsName } from '@/lib/connection-edit/plan'
import { editSchema, type Review, reviewEdit } from '@/lib/connection-edit/review'
import { message } from '@/lib/i18n/message'
import { revealPsk } from '@/lib/ipsec-connections/cloud'
import { action, type Weighed } from '@/lib/request/action'

/** What the form would do, by what the cloud says now. Nothing is sent. */
export const review = action(
  { permission: 'ipsec-connections.write', schema: editSchema },
  async (edit, access) => (await reviewEdit(access, edit)).review,
)

/**
 * Begins what was reviewed, judged again on fresh facts; what somebody else changed meanwhile, or a traffic that
 * stops without its name typed, is a review again and nothing is begun.
 */
export const begin = action(
  {
    permission: 'ipsec-connections.edit',
    approvedAs: 'beginEdit',
    schema: editSchema.extend({
      operationId: z.uuid({ error: message('value.group') }),
      oneAtATime: z.boolean(),
      /** The name was typed. */
      confirmed: z.boolean(),
    }),
  },
  async (
    { operationId, oneAtATime, confirmed, ...edit },
    access,
  ): Promise<Weighed<{ kind: 'begun' } | Review>> => {
    const { review: now, input, newKeys } = await reviewEdit(access, edit)
    const instead = { isDangerous: false, go: async () => now }
    if (now.kind === 'conflict' || !input || !newKeys) return instead
    const isSafe = oneAtATime && now.fate.canGoOneAtATime
    const isDangerous = needsName(now, isSafe)
    if (isDangerous && !confirmed) return instead
    const { regionId, vpnConnectionId } = input.connection
    const go = async () => {
      const old = now.keys.length > 0 ? await revealPsk(access, { regionId, vpnConnectionId }) : []
      await startEdit(access, {
        operationId,
        subject: now.name,
        input: { ...input, oneAtATime: isSafe },
        ...(now.keys.length > 0 && {
          secret: {
            before: newKeys.map((key, at) => (key === null ? null : (old[at]?.psk ?? null))),
            after: newKeys,
          },
        }),
      })
      return { kind: 'begun' } as const
    }
    return { isDangerous, go }
  },
)
