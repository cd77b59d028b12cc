import 'server-only'
import { changeFor, type NewKeys, type Target } from '@/lib/connection-edit/change'
import { callsFor, carriesTraffic, type EditCall } from '@/lib/connection-edit/plan'
import {
  changesBetween,
  differencesOf,
  keyPath,
  type Settings,
  settingsOf,
  withChanges,
} from '@/lib/connection-edit/settings'
import { isNotFound } from '@/lib/failure/errors'
import {
  describeIpsecConnection,
  hasKeys,
  modifyIpsecConnection,
  modifyTunnel,
} from '@/lib/ipsec-connections/cloud'
import type { ConnectionParams } from '@/lib/ipsec-connections/params'
import { CONNECTION_BUSY } from '@/lib/ipsec-connections/steps'
import { define } from '@/lib/operations/definition'
import type { Change } from '@/lib/operations/schema'
import { start } from '@/lib/operations/start'
import type { Run, Sighting, Step } from '@/lib/operations/step'
import { isChanging } from '@/lib/query/polling'
import type { Access } from '@/lib/request/access'

/** An edit of a connection as it was reviewed. Its keys are the sealed part. */
export interface EditInput extends Target {
  connection: ConnectionParams
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

type EditRun = Run<EditInput>

declare module '@/lib/operations/schema' {
  interface OperationInputs {
    'edit-connection': EditInput
    renegotiate: EditInput
  }
}

/** One call of an operation: from these settings and keys to those. */
interface Move extends Pick<EditCall, 'tunnel' | 'keys'> {
  name: string
  from: Settings
  to: Settings
  /** Which of the sealed keys it sets. */
  side: keyof EditKeys
}

const edit = define({
  kind: 'edit-connection',
  exclusive: ['vpnConnectionId'],
  undoable: true,
  steps: (input) =>
    movesOf(input).flatMap((move) => {
      const back: Move = { ...move, from: move.to, to: move.from, side: 'before' }
      const step = { ...moveStep(input, move), undo: moveStep(input, back, 'own') }
      const { tunnel } = move
      return input.oneAtATime && tunnel !== undefined && input.up[tunnel]
        ? [step, waitUp(tunnel)]
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
      side: 'after',
    }
    const back: Move = { ...there, name: 'restore-effect', from: there.to, to: there.from }
    return [
      { ...moveStep(input, there), undo: moveStep(input, back, 'own') },
      moveStep(input, back),
    ]
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

/** The calls of an edit, each from the settings that the one before it leaves. */
function movesOf({ before, after, keys, tunnels, oneAtATime }: EditInput): Move[] {
  let from = before
  return callsFor(changesBetween(before, after), keys, {
    isDual: tunnels.length > 1,
    oneAtATime,
  }).map(({ name, tunnel, changes, keys: own }) => {
    const to = withChanges(from, changes)
    const move: Move = {
      name,
      ...(tunnel !== undefined && { tunnel }),
      from,
      to,
      keys: own,
      side: 'after',
    }
    from = to
    return move
  })
}

/**
 * Sends what differs, and looks whether it is there. What somebody else changed since is never written over:
 * forward nothing at all may differ from what was reviewed, on the way back (`own`) nothing of what it sets.
 */
function moveStep(input: EditInput, move: Move, guards: 'all' | 'own' = 'all'): Step<EditInput> {
  const { connection } = input
  const { name, tunnel, from, to, keys, side } = move
  const changes = changesBetween(from, to)
  const paths = new Set(changes.map(({ path }) => path))
  const keysOf = async ({ secret }: EditRun, which: keyof EditKeys): Promise<NewKeys> => {
    if (keys.length === 0) return []
    const sealed = (await secret()) as EditKeys // as `startEdit` was given them
    return sealed[which].map((key, index) => (keys.includes(index) ? key : null))
  }
  const hasItsKeys = async (run: EditRun, which: keyof EditKeys) =>
    keys.length === 0 || hasKeys(run.access, connection, await keysOf(run, which))
  const keyChanges = keys.map((key) => ({ what: keyPath(key), from: HIDDEN, to: HIDDEN }))
  return {
    name,
    usual: 10,
    limit: 600,
    send: {
      action:
        tunnel === undefined ? 'vpc:ModifyVpnAttachmentAttribute' : 'vpc:ModifyTunnelAttribute',
      busy: CONNECTION_BUSY,
      on: () => connection.vpnConnectionId,
      ...(keys.length > 0 && { secret: true as const }),
      changes: () => [...changes.map(toChange), ...keyChanges],
      call: async (run, write) => {
        const known = { tunnels: input.tunnels, addresses: input.addresses, after: to }
        const change = changeFor(changes, await keysOf(run, side), known)
        const only = tunnel === undefined ? undefined : change.tunnels?.[tunnel]
        await (only
          ? modifyTunnel(run.access, connection, only, write)
          : modifyIpsecConnection(run.access, connection, change, write))
      },
    },
    changed: async (run) => {
      const now = await readNow(run)
      if (!now) return [{ what: 'connection', from: connection.vpnConnectionId, to: '' }]
      const differing = differencesOf(from, now.settings)
      const own = guards === 'all' ? differing : differing.filter(({ path }) => paths.has(path))
      const isOurs = await hasItsKeys(run, side === 'after' ? 'before' : 'after')
      return [...own.map(toChange), ...(isOurs ? [] : keyChanges)]
    },
    look: async (run): Promise<Sighting> => {
      const now = await readNow(run)
      if (!now) return { effect: 'none', proven: true }
      const { settings, state } = now
      const isThere =
        changes.every(({ path, to: wanted }) => settings[path] === wanted) &&
        (await hasItsKeys(run, side))
      if (!isThere) return { effect: 'none', proven: true, observed: state }
      return { effect: isChanging(state) ? 'underway' : 'done', observed: state }
    },
  }
}

/** What stands in the audit for a key. */
const HIDDEN = '***'

const toChange = ({ path, from, to }: { path: string; from: string; to: string }): Change => ({
  what: path,
  from,
  to,
})

/** Waits until a tunnel carries traffic again, and asks when it does not come up. */
const waitUp = (tunnel: number): Step<EditInput> => ({
  name: `wait-tunnel:${tunnel + 1}`,
  // The status of before the change may still be shown for a moment.
  settle: 10,
  usual: 30,
  limit: 300,
  look: async ({ access, input }) => {
    const { tunnels, enableBgp } = await describeIpsecConnection(access, input.connection)
    const now = tunnels.find(({ tunnelId }) => tunnelId === input.tunnels[tunnel]?.tunnelId)
    const observed = now?.status ?? ''
    const isUp = now !== undefined && carriesTraffic(now, enableBgp)
    return { effect: isUp ? 'done' : 'underway', observed }
  },
})

/** The settings and the state now; nothing when the connection is gone. */
async function readNow({ access, input }: EditRun) {
  try {
    const now = await describeIpsecConnection(access, input.connection)
    return { settings: settingsOf(now, input.addresses), state: now.state }
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}
