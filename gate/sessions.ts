import { createHash } from 'node:crypto'

/** Milliseconds after which Next has to say again whose a cookie is. */
const KNOWN_MS = 5 * 60_000
/** Beyond that the one told first is forgotten. */
const REMEMBERED = 10_000

interface Known {
  session: string
  until: number
}

/**
 * Whose session comes with which cookies, as Next said in an answer: the gate itself reads no session, and what a
 * cookie says of itself is not believed. From one network's cookies nothing follows for another one's.
 */
export class Sessions {
  readonly #known = new Map<string, Known>()

  /** Whom limits count: the session, else the network. */
  clientOf(network: string, cookie: string | undefined, now: number = performance.now()): string {
    const known = cookie === undefined ? undefined : this.#known.get(nameOf(network, cookie))
    return known && known.until > now ? `session ${known.session}` : network
  }

  /** Next has answered a request with these cookies as one of this session, or of none. */
  learn(
    network: string,
    cookie: string | undefined,
    session: string | undefined,
    now: number = performance.now(),
  ): void {
    if (cookie === undefined || session === undefined) return
    const name = nameOf(network, cookie)
    this.#known.delete(name)
    this.#known.set(name, { session, until: now + KNOWN_MS })
    const [oldest] = this.#known.keys()
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest)
  }
}

const nameOf = (network: string, cookie: string): string =>
  createHash('sha256').update(`${network}\n${cookie}`).digest('base64url')
