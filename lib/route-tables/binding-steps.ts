import 'server-only'
import type { AttachmentParams } from '@/lib/attachments/params'
import { attachmentPresence } from '@/lib/attachments/presence'
import type { Write } from '@/lib/cloud/client'
import { gone, made, type Presence } from '@/lib/operations/presence'
import type { Run, Step } from '@/lib/operations/step'
import type { Access } from '@/lib/request/access'
import { associationPresence, propagationPresence } from '@/lib/route-tables/binding-presence'
import {
  associate,
  disablePropagation,
  dissociate,
  enablePropagation,
} from '@/lib/route-tables/bindings'
import type { TableBinding } from '@/lib/route-tables/schema'

/** Codes by which a binding says that another change is under way. Terraform provider, route table association and propagation. */
export const BINDING_BUSY = ['IncorrectStatus.Status', 'IncorrectStatus.AttachmentOrRouteTable']

/** Which attachment and which of its tables a step works on. */
export interface Bound<Input> {
  attachment: (run: Run<Input>) => Required<AttachmentParams>
  table: string
}

interface Call {
  action: string
  call: (access: Access, binding: TableBinding, write: Write) => Promise<void>
  what: 'association' | 'propagation'
  presence: (
    access: Access,
    attachment: Required<AttachmentParams>,
    table: string,
  ) => Promise<Presence>
}

const ASSOCIATE: Call = {
  action: 'cen:AssociateTransitRouterAttachmentWithRouteTable',
  call: associate,
  what: 'association',
  presence: associationPresence,
}
const DISSOCIATE: Call = {
  ...ASSOCIATE,
  action: 'cen:DissociateTransitRouterAttachmentFromRouteTable',
  call: dissociate,
}
const ENABLE: Call = {
  action: 'cen:EnableTransitRouterRouteTablePropagation',
  call: enablePropagation,
  what: 'propagation',
  presence: propagationPresence,
}
const DISABLE: Call = {
  ...ENABLE,
  action: 'cen:DisableTransitRouterRouteTablePropagation',
  call: disablePropagation,
}

/** The attachment forwards by the table. Undone by `dissociateStep`. */
export const associateStep = <Input>(name: string, bound: Bound<Input>): Step<Input> => ({
  ...binds(name, bound, ASSOCIATE),
  undo: unbinds('dissociate', bound, DISSOCIATE),
})

/** The table learns the attachment's routes. Undone by `unlearnStep`. */
export const learnStep = <Input>(name: string, bound: Bound<Input>): Step<Input> => ({
  ...binds(name, bound, ENABLE),
  undo: unbinds('unlearn', bound, DISABLE),
})

/** The attachment forwards by the table no longer. */
export const dissociateStep = <Input>(name: string, bound: Bound<Input>): Step<Input> =>
  unbinds(name, bound, DISSOCIATE)

/** The table learns the attachment's routes no longer. */
export const unlearnStep = <Input>(name: string, bound: Bound<Input>): Step<Input> =>
  unbinds(name, bound, DISABLE)

// Terraform provider, route table association and propagation: minutes at most; users saw twelve.
const PATIENCE = { usual: 20, limit: 900 }

const binds = <Input>(name: string, bound: Bound<Input>, call: Call): Step<Input> => ({
  name,
  ...PATIENCE,
  send: sendOf(bound, call, [{ what: call.what, from: '', to: bound.table }]),
  look: async (run) => made(await presenceOf(run, bound, call), ['Active']),
})

const unbinds = <Input>(name: string, bound: Bound<Input>, call: Call): Step<Input> => ({
  name,
  ...PATIENCE,
  send: sendOf(bound, call, [{ what: call.what, from: bound.table, to: '' }]),
  look: async (run) => {
    const presence = await presenceOf(run, bound, call)
    if (presence.there || presence.proven) return gone(presence, ['Dissociating', 'Disabling'])
    // Nothing is bound to an attachment that is gone itself.
    const attachment = bound.attachment(run)
    const { transitRouterAttachmentId } = attachment
    const itself = await attachmentPresence(run.access, attachment, transitRouterAttachmentId)
    return gone({ there: false, proven: !itself.there && itself.proven }, [])
  },
})

const presenceOf = <Input>(run: Run<Input>, { attachment, table }: Bound<Input>, call: Call) =>
  call.presence(run.access, attachment(run), table)

const sendOf = <Input>(
  { attachment, table }: Bound<Input>,
  { action, call }: Call,
  changes: { what: string; from: string; to: string }[],
) => ({
  action,
  busy: BINDING_BUSY,
  changes: () => changes,
  on: (run: Run<Input>) => attachment(run).transitRouterAttachmentId,
  call: (run: Run<Input>, write: Write) => {
    const { transitRouterAttachmentId } = attachment(run)
    const binding = { transitRouterAttachmentId, transitRouterRouteTableId: table }
    return call(run.access, binding, write)
  },
})
