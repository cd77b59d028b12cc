import { Bucket } from './budget'

/** Requests of one client that Next works on or the cloud is waited for in; the rest waits here. */
const INSIDE = 32
const WAITING = 64
const WAIT_MS = 5000
/** A request that takes longer waits for the cloud: it no longer keeps Next busy. */
const BUSY_MS = 1000
/** Busy ones of one client at a time: Next has one thread, so more only makes each slower. */
const BUSY = 12
/** Of a greedy one, while others are there, also those that may wait for the cloud: a busy Next looks the same. */
const GREEDY_INSIDE = 3
/** How long after its last request a client counts as being there. */
const PRESENT_MS = 1000

/** Requests of a client that are no sign of greed: a page asks for about twenty, a browser for six at once. */
const EASY_BURST = 60
const EASY_PER_SECOND = 30
const EASY_AT_ONCE = 8

type Release = () => void

interface Waiting {
  /** A page or an action, which is a page again: Next renders it in one go, and everything else waits meanwhile. */
  isPage: boolean
  settle: (release?: Release) => void
}

interface Line {
  readonly client: string
  readonly easy: Bucket
  readonly waiting: Waiting[]
  inside: number
  busy: number
  /** Pages among the busy ones. */
  pages: number
  isGreedy: boolean
}

/**
 * Who goes to Next when. A client alone goes as fast as Next answers. While others are there too, one that asks for
 * much goes only when nobody is being served, so it costs another client's request at most the rest of one of its own.
 */
export class Turns {
  readonly #lines = new Map<string, Line>()
  #busy = 0
  #latest = { client: '', at: -Infinity }
  #before = { client: '', at: -Infinity }

  /**
   * Waits for the client's turn. Gives the function that ends the turn, or undefined when too many of this
   * client wait already, when it waited too long, or when `signal` says that nobody wants the answer any more.
   */
  async take(client: string, isPage: boolean, signal: AbortSignal): Promise<Release | undefined> {
    const now = performance.now()
    this.#notice(client, now)
    const line = this.#lines.get(client) ?? {
      client,
      easy: new Bucket(EASY_BURST, EASY_PER_SECOND, now),
      waiting: [],
      inside: 0,
      busy: 0,
      pages: 0,
      isGreedy: false,
    }
    this.#lines.set(client, line)
    const isEasy = line.easy.take(1, now)
    line.isGreedy = !isEasy || line.inside + line.waiting.length >= EASY_AT_ONCE
    if (line.waiting.length === 0 && this.#mayGo(line, isPage, now)) return this.#go(line, isPage)
    return line.waiting.length < WAITING ? this.#wait(line, isPage, signal) : undefined
  }

  /** Ends the waiting of a client that asks for more than it may: it would only go on. */
  drop(client: string): void {
    for (const { settle } of this.#lines.get(client)?.waiting.splice(0) ?? []) settle()
  }

  #wait(line: Line, isPage: boolean, signal: AbortSignal): Promise<Release | undefined> {
    return new Promise((resolve) => {
      const waiting: Waiting = {
        isPage,
        settle: (release) => {
          clearTimeout(timer)
          signal.removeEventListener('abort', leave)
          resolve(release)
        },
      }
      const leave = () => {
        line.waiting.splice(line.waiting.indexOf(waiting), 1)
        waiting.settle()
      }
      const timer = setTimeout(leave, WAIT_MS)
      signal.addEventListener('abort', leave)
      line.waiting.push(waiting)
    })
  }

  #go(line: Line, isPage: boolean): Release {
    let isBusy = true
    const rest = () => {
      if (isBusy) this.#count(line, isPage, -1)
      isBusy = false
      this.#letNext()
    }
    line.inside += 1
    this.#count(line, isPage, 1)
    const timer = setTimeout(rest, BUSY_MS)
    return () => {
      clearTimeout(timer)
      line.inside -= 1
      rest()
    }
  }

  #count(line: Line, isPage: boolean, change: 1 | -1): void {
    line.busy += change
    if (isPage) line.pages += change
    this.#busy += change
  }

  /** Clients take turns: one that was let in goes to the end of the lines. */
  #letNext(): void {
    const now = performance.now()
    // As they are now: one that was let in comes again at the end.
    const lines = [...this.#lines.values()]
    for (const line of lines) {
      let first = line.waiting[0]
      while (first && this.#mayGo(line, first.isPage, now)) {
        this.#lines.delete(line.client)
        this.#lines.set(line.client, line)
        line.waiting.shift()
        first.settle(this.#go(line, first.isPage))
        first = line.waiting[0]
      }
      if (line.waiting.length === 0 && line.inside === 0 && line.easy.isFull(now))
        this.#lines.delete(line.client)
    }
  }

  #mayGo(line: Line, isPage: boolean, now: number): boolean {
    if (this.#isShared(line.client, now)) {
      if (line.isGreedy) return this.#busy === 0 && line.inside < GREEDY_INSIDE
      if (isPage && line.pages > 0) return false
    }
    return line.inside < INSIDE && line.busy < BUSY
  }

  /** Whether another client was there within the last moment. */
  #isShared(client: string, now: number): boolean {
    const other = this.#latest.client === client ? this.#before : this.#latest
    return now - other.at < PRESENT_MS
  }

  #notice(client: string, now: number): void {
    if (this.#latest.client !== client) this.#before = this.#latest
    this.#latest = { client, at: now }
  }
}
