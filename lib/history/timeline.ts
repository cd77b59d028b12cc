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

/**
 * Who made it: an operation of the console that ran between the two readings; somebody else, where a setting reads
 * differently and none ran; nobody for a light that changed by itself.
 */
export function madeBy(
  { what, after, at }: HistoryChange,
  { operations }: History,
): { operationId: string } | 'others' | undefined {
  const own = operations.find(
    ({ startedAt, finishedAt }) =>
      startedAt <= at && (finishedAt === undefined || finishedAt >= after),
  )
  if (own) return { operationId: own.operationId }
  return what.startsWith('setting:') ? 'others' : undefined
}
