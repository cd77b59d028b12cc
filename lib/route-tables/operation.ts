import 'server-only'
import type { AttachmentParams } from '@/lib/attachments/params'
import { define } from '@/lib/operations/definition'
import { made } from '@/lib/operations/presence'
import { start } from '@/lib/operations/start'
import type { Run, Step } from '@/lib/operations/step'
import { lastOperation } from '@/lib/operations/view'
import type { Access } from '@/lib/request/access'
import { associationPresence } from '@/lib/route-tables/binding-presence'
import { BINDING_BUSY } from '@/lib/route-tables/binding-steps'
import { associate, listAssociations, replaceAssociation } from '@/lib/route-tables/bindings'
import type { Replacement } from '@/lib/route-tables/schema'

interface ReplaceInput {
  attachment: Required<AttachmentParams>
  /** The table that was reviewed as the associated one; empty: none. */
  fromTableId: string
  toTableId: string
}

declare module '@/lib/operations/schema' {
  interface OperationInputs {
    'replace-route-table': ReplaceInput
  }
}

const replacement = define({
  kind: 'replace-route-table',
  exclusive: ['transitRouterAttachmentId'],
  steps: ({ fromTableId, toTableId }) => [
    {
      ...moveTo('replace-association', { from: fromTableId, to: toTableId }),
      changed: differences,
      ...(fromTableId && {
        undo: moveTo('replace-association', { from: toTableId, to: fromTableId }),
      }),
    },
  ],
})

/** Begins to move an attachment to another route table, or to its first one. @throws CloudError */
export const startReplaceRouteTable = (
  access: Access,
  { operationId, subject, ...input }: ReplaceInput & { operationId: string; subject: string },
): Promise<string> =>
  start(access, replacement, { operationId, input, subject, place: input.attachment })

/** The account's last change of an attachment's table within a day, by which it can be undone; nothing when there is none. */
export async function lastReplacement(
  access: Access,
  transitRouterAttachmentId: string,
): Promise<Replacement | null> {
  const last = await lastOperation(access, 'replace-route-table', { transitRouterAttachmentId })
  if (!last) return null
  const { fromTableId: from, toTableId: to } = last.input
  return { operationId: last.operationId, state: last.state, from, to }
}

const moveTo = (name: string, { from, to }: { from: string; to: string }): Step<ReplaceInput> => ({
  name,
  usual: 20,
  limit: 1800, // Users of other tools saw twelve minutes.
  send: {
    action: from
      ? 'cen:ReplaceTransitRouterRouteTableAssociation'
      : 'cen:AssociateTransitRouterAttachmentWithRouteTable',
    busy: BINDING_BUSY,
    on: ({ input }) => input.attachment.transitRouterAttachmentId,
    changes: () => [{ what: 'association', from, to }],
    call: ({ access, input }, write) => {
      const { transitRouterAttachmentId } = input.attachment
      const binding = { transitRouterAttachmentId, transitRouterRouteTableId: to }
      return from ? replaceAssociation(access, binding, write) : associate(access, binding, write)
    },
  },
  look: async ({ access, input }) =>
    made(await associationPresence(access, input.attachment, to), ['Active']),
})

/** The association as it is now against the one that was reviewed. */
async function differences({ access, input }: Run<ReplaceInput>) {
  const { transitRouterAttachmentId } = input.attachment
  const [now] = await listAssociations(access, { transitRouterAttachmentId })
  const table = now?.transitRouterRouteTableId ?? ''
  return table === input.fromTableId
    ? []
    : [{ what: 'association', from: input.fromTableId, to: table }]
}
