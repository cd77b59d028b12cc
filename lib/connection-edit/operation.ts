import 'server-only'
import type { NewKeys } from '@/lib/connection-edit/change'
import {
  callsOf,
  type Edited,
  type Move,
  moveStep,
  type Mover,
  waitUp,
} from '@/lib/connection-edit/move'
import type { Settings } from '@/lib/connection-edit/settings'
import { define } from '@/lib/operations/definition'
import { start } from '@/lib/operations/start'
import type { Access } from '@/lib/request/access'

/** An edit of a connection as it was reviewed. Its keys are the sealed part. */
export interface EditInput extends Edited {
  before: Settings
  after: Settings
  /** 0 or 1: the tunnels whose keys change. */
  keys: number[]
  /** Tunnel 2, then tunnel 1; each is waited for that was up. */
  oneAtATime: boolean
  up: boolean[]
}

/** The keys of an edit, by tunnel; null where a key stays. */
export interface EditKeys {
  before: NewKeys
  after: NewKeys
}

declare module '@/lib/operations/schema' {
  interface OperationInputs {
    'edit-connection': EditInput
    renegotiate: EditInput
  }
}

/** An edit knows all that it sets before it begins. */
const mover: Mover<EditInput> = {
  edited: ({ input }) => input,
  placed: (_, settings) => settings,
  keys: async ({ secret }, side) => ((await secret()) as EditKeys)[side], // as `startEdit` was given them
}

const edit = define({
  kind: 'edit-connection',
  exclusive: ['vpnConnectionId'],
  undoable: true,
  steps: (input) =>
    callsOf(input).flatMap((move) => {
      const { tunnel } = move
      const step = moveStep(mover, move)
      return input.oneAtATime && tunnel !== undefined && input.up[tunnel]
        ? [step, waitUp(`wait-tunnel:${tunnel + 1}`, mover, [tunnel])]
        : [step]
    }),
})

/** Begins to change what was reviewed; the same `operationId` never begins it twice. @throws OperationError */
export const startEdit = (access: Access, begin: BeginEdit): Promise<string> =>
  start(access, edit, placed(begin))

// Alibaba: EffectImmediately switched off and on again deletes what is negotiated and negotiates anew.
const renegotiation = define({
  kind: 'renegotiate',
  exclusive: ['vpnConnectionId'],
  steps: (input) => {
    const there: Move = {
      name: 'switch-effect',
      from: input.before,
      to: input.after,
      keys: [],
    }
    const back: Move = { ...there, name: 'restore-effect', from: there.to, to: there.from }
    const { undo: _, ...restore } = moveStep(mover, back)
    return [moveStep(mover, there), restore]
  },
})

/** Begins to switch Apply Immediately over and back. @throws OperationError */
export const startRenegotiation = (access: Access, begin: BeginEdit): Promise<string> =>
  start(access, renegotiation, placed(begin))

interface BeginEdit {
  operationId: string
  input: EditInput
  secret?: EditKeys
  subject: string
}

const placed = (begin: BeginEdit) => ({ ...begin, place: begin.input.connection })
