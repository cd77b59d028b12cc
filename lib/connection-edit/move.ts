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
import type { Change } from '@/lib/operations/schema'
import type { Run, Sighting, Step } from '@/lib/operations/step'
import { isChanging } from '@/lib/query/polling'
import type { Access } from '@/lib/request/access'

/** A connection that an operation changes, as it was reviewed. */
export interface Edited extends Target {
  connection: ConnectionParams
}

/** One call of an operation: from these settings to those, and the tunnels whose keys it sets. */
export interface Move extends Pick<EditCall, 'tunnel' | 'keys'> {
  name: string
  from: Settings
  to: Settings
}

/** What is to change of a connection, and in which order. */
interface Changes extends Pick<Target, 'tunnels'> {
  before: Settings
  after: Settings
  /** 0 or 1: the tunnels whose keys change. */
  keys: readonly number[]
  oneAtATime: boolean
}

/** The calls of an edit, each from the settings that the one before it leaves. */
export function callsOf({ before, after, keys, tunnels, oneAtATime }: Changes): Move[] {
  let from = before
  return callsFor(changesBetween(before, after), keys, {
    isDual: tunnels.length > 1,
    oneAtATime,
  }).map(({ name, tunnel, changes, keys: own }) => {
    const to = withChanges(from, changes)
    const move = { name, ...(tunnel !== undefined && { tunnel }), from, to, keys: own }
    from = to
    return move
  })
}

/** The keys of before or of after. */
type Side = 'before' | 'after'

/** What the calls on one connection take from the run of their operation. */
export interface Mover<Input> {
  edited: (run: Run<Input>) => Edited
  /** The settings with the ids of what earlier steps made. */
  placed: (run: Run<Input>, settings: Settings) => Settings
  keys: (run: Run<Input>, side: Side) => Promise<NewKeys>
}

/**
 * Sends what differs, and looks whether it is there; its way back does the opposite. What somebody else changed
 * since is never written over: forward nothing at all may differ from what was reviewed, on the way back nothing
 * of what it sets.
 */
export function moveStep<Input>(mover: Mover<Input>, move: Move): Step<Input> {
  const back: Move = { ...move, from: move.to, to: move.from }
  return { ...oneWay(mover, move, 'after'), undo: oneWay(mover, back, 'before') }
}

function oneWay<Input>(mover: Mover<Input>, move: Move, side: Side): Step<Input> {
  const { edited, placed } = mover
  const { name, tunnel, keys } = move
  const isForward = side === 'after'
  const between = (run: Run<Input>) => changesBetween(placed(run, move.from), placed(run, move.to))
  const keysOf = async (run: Run<Input>, which: Side): Promise<NewKeys> => {
    if (keys.length === 0) return []
    const sealed = await mover.keys(run, which)
    return sealed.map((key, index) => (keys.includes(index) ? key : null))
  }
  const hasItsKeys = async (run: Run<Input>, which: Side) =>
    keys.length === 0 || hasKeys(run.access, edited(run).connection, await keysOf(run, which))
  const keyChanges = keys.map((key) => ({ what: keyPath(key), from: HIDDEN, to: HIDDEN }))
  const now = (run: Run<Input>) => readNow(run.access, edited(run))
  return {
    name,
    usual: 10,
    limit: 600,
    send: {
      action:
        tunnel === undefined ? 'vpc:ModifyVpnAttachmentAttribute' : 'vpc:ModifyTunnelAttribute',
      busy: CONNECTION_BUSY,
      on: (run) => edited(run).connection.vpnConnectionId,
      ...(keys.length > 0 && { secret: true as const }),
      changes: (run) => [...between(run).map(toChange), ...keyChanges],
      call: async (run, write) => {
        const { connection, ...target } = edited(run)
        const known = { ...target, after: placed(run, move.to) }
        const change = changeFor(between(run), await keysOf(run, side), known)
        const only = tunnel === undefined ? undefined : change.tunnels?.[tunnel]
        await (only
          ? modifyTunnel(run.access, connection, only, write)
          : modifyIpsecConnection(run.access, connection, change, write))
      },
    },
    changed: async (run) => {
      const found = await now(run)
      if (!found)
        return [{ what: 'connection', from: edited(run).connection.vpnConnectionId, to: '' }]
      const differing = differencesOf(placed(run, move.from), found.settings)
      const paths = new Set(between(run).map(({ path }) => path))
      const own = isForward ? differing : differing.filter(({ path }) => paths.has(path))
      const isOurs = await hasItsKeys(run, isForward ? 'before' : 'after')
      return [...own.map(toChange), ...(isOurs ? [] : keyChanges)]
    },
    look: async (run): Promise<Sighting> => {
      const found = await now(run)
      if (!found) return { effect: 'none', proven: true }
      const { settings, state } = found
      const isThere =
        between(run).every(({ path, to: wanted }) => settings[path] === wanted) &&
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

/** Waits until these tunnels carry traffic again, and asks when they do not come up. @param tunnels 0 or 1 each. */
export const waitUp = <Input>(
  name: string,
  { edited }: Pick<Mover<Input>, 'edited'>,
  tunnels: readonly number[],
): Step<Input> => ({
  name,
  // The status of before the change may still be shown for a moment.
  settle: 10,
  usual: 30,
  limit: 300,
  look: async (run) => {
    const { connection, tunnels: known } = edited(run)
    const now = await describeIpsecConnection(run.access, connection)
    const watched = tunnels.map((index) =>
      now.tunnels.find(({ tunnelId = '' }) => tunnelId === known[index]?.tunnelId),
    )
    const isUp = watched.every((tunnel) => tunnel && carriesTraffic(tunnel, now.enableBgp))
    const observed = [...new Set(watched.map((tunnel) => tunnel?.status ?? ''))].join(', ')
    return { effect: isUp ? 'done' : 'underway', observed }
  },
})

/** The settings and the state now; nothing when the connection is gone. */
async function readNow(access: Access, { connection, addresses }: Edited) {
  try {
    const now = await describeIpsecConnection(access, connection)
    return { settings: settingsOf(now, addresses), state: now.state }
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}
