/** What is remembered of a connection: its lights and its settings. */
export interface Observation {
  name: string
  /** `attachment`: attached or unattached. `tunnel:1`, `bgp:1`, `health`: up or down; absent while switched off. */
  lights: Record<string, string>
  /** By form path. */
  settings: Record<string, string>
}

/** One thing that changed between two readings: a light, or `setting:` and a form path. */
export interface Seen {
  what: string
  from: string
  to: string
}

/** A change as the history keeps it. */
export interface HistoryChange extends Seen {
  id: number
  /** When it was seen, ISO 8601 in UTC; it happened after `after`. */
  at: string
  after: string
  /** The cloud's code of the last failed negotiation, where a tunnel went down. */
  cause?: string
}

/** An operation of the console on the connection. */
interface HistoryOperation {
  operationId: string
  kind: string
  state: string
  startedAt: string
  finishedAt?: string
}

/** One setting that the console wrote, by the audit. */
interface HistoryWrite {
  at: string
  /** A form path. */
  what: string
  to: string
  operationId?: string
  /** Who asked, where people sign in. */
  person?: string
}

/** The history of one connection, oldest change first. */
export interface History {
  /** The watcher looks at its region. */
  isWatched: boolean
  from: string
  until: string
  /** The lights at the end of the time that was asked for. */
  lights: Record<string, string>
  changes: HistoryChange[]
  operations: HistoryOperation[]
  writes: HistoryWrite[]
}
