import { type Cause, causeOfCode } from '@/lib/diagnosis/causes'
import type { History, HistoryChange } from '@/lib/history/schema'

/** A part of a lane in which its light was one way. Times are milliseconds since 1970. */
interface Span {
  from: number
  until: number
  /** `up`, `down`, `attached`, `unattached`; empty while the light was off. */
  state: string
  /** The change that began it, where it began in the time shown. */
  began?: HistoryChange
}

/** The way of one light through a time. */
export interface Lane {
  light: string
  spans: Span[]
}

const ORDER = ['attachment', 'tunnel:1', 'tunnel:2', 'bgp:1', 'bgp:2', 'health']

/** The lanes of a history, from the first light to the last: its spans follow one another without a gap. */
export function lanesOf({ from, until, lights, changes }: History): Lane[] {
  const [begin, end] = [Date.parse(from), Math.min(Date.parse(until), Date.now())]
  return ORDER.flatMap((light) => {
    const own = changes.filter(({ what }) => what === light)
    if (own.length === 0 && !lights[light]) return []
    const first = own[0]?.from ?? lights[light] ?? ''
    const spans: Span[] = [{ from: begin, until: end, state: first }]
    for (const change of own) {
      const at = Date.parse(change.at)
      const last = spans.at(-1)
      if (last) last.until = at
      spans.push({ from: at, until: end, state: change.to, began: change })
    }
    return [{ light, spans }]
  })
}

/** How long a change lasted: until the same light changed next, or until now. Milliseconds. */
export function lasted(change: HistoryChange, { changes, until }: History): number {
  const next = changes.find(({ what, id }) => what === change.what && id > change.id)
  const end = next ? Date.parse(next.at) : Math.min(Date.parse(until), Date.now())
  return Math.max(0, end - Date.parse(change.at))
}

/** Who changed something: the console, by an operation or at once, for a person where people sign in. */
interface Maker {
  operationId?: string
  person?: string
}

/**
 * Who made it. A setting: whoever wrote this value of it between the two readings, by the audit; somebody else where
 * nobody here did. A light: an operation of the console that ran meanwhile; nobody where it changed by itself.
 */
export function madeBy(
  { what, to, after, at }: HistoryChange,
  { operations, writes }: History,
): Maker | 'others' | undefined {
  const between = writes.filter((write) => write.at >= after && write.at <= at)
  if (what.startsWith('setting:')) {
    const path = what.slice('setting:'.length)
    const own =
      between.find((write) => write.what === path && write.to === to) ??
      between.find((write) => write.what === leaderOf(path))
    return own ? makerIn(own) : 'others'
  }
  const own = operations.find(
    ({ startedAt, finishedAt }) =>
      startedAt <= at && (finishedAt === undefined || finishedAt >= after),
  )
  if (!own) return undefined
  const { operationId } = own
  return makerIn(writes.find((write) => write.operationId === operationId) ?? { operationId })
}

const makerIn = ({ operationId, person }: Maker): Maker => ({
  ...(operationId && { operationId }),
  ...(person && { person }),
})

/** The setting that another one follows: when it changes, this one reads differently too. */
function leaderOf(path: string): string | undefined {
  if (path.endsWith('.ike.remoteId')) return path.replace('ike.remoteId', 'customerGatewayId')
  if (path.endsWith('.ikeMode')) return path.replace('ikeMode', 'ikeVersion')
  if (path.includes('.bgp.')) return 'connection.enableBgp'
  return path.startsWith('connection.healthCheck.') ? 'connection.healthCheck.enable' : undefined
}

/** Why a light went down, as far as it is known: a cause of the diagnosis, or its tunnel was down. */
export function causeOf(
  { what, to, at, cause = '' }: HistoryChange,
  history: History,
): Cause | 'tunnel' | undefined {
  if (to !== 'down') return undefined
  const [light, tunnel] = what.split(':')
  const isDown = (name: string) => stateAt(name, at, history) === 'down'
  if (light === 'tunnel') return causeOfCode(cause)
  if (light === 'bgp') return isDown(`tunnel:${tunnel}`) ? 'tunnel' : 'bgp'
  if (light !== 'health') return undefined
  return isDown('tunnel:1') ? 'tunnel' : 'health'
}

/** How a light was at a moment. */
function stateAt(light: string, moment: string, { changes, lights }: History): string | undefined {
  const own = changes.filter(({ what }) => what === light)
  const last = own.findLast(({ at }) => at <= moment)
  return last?.to ?? own[0]?.from ?? lights[light]
}
