import type { Socket } from 'node:net'

interface Open {
  readonly socket: Socket
  /** Whom limits count; none for a proxy, which speaks for many. */
  readonly client: string | undefined
  /** Nothing has been asked on it yet: opened ahead, or held open. */
  isMute: boolean
  /** Requests of it that Next works on, and those whose answer is on its way: whoever does not read keeps it there. */
  underway: number
  answering: number
}

/** A request at Next. */
interface Underway {
  /** Its answer begins. */
  answered: () => void
  over: () => void
}

/**
 * The connections that are open, and who gives way when there is no room for another. One client has a bounded
 * number. When all together are too many, the client that holds most loses one on which Next works at nothing, so
 * whoever holds fewer, or as few, always comes in, however many addresses hold the rest.
 */
export class Connections {
  readonly #most: { client: number; total: number }
  /** In the order in which they were opened. */
  readonly #open = new Map<string, Open>()
  readonly #held = new Map<string, number>()

  constructor(most: { client: number; total: number }) {
    this.#most = most
  }

  /** Notes a new connection; `client` is missing for a proxy. Ends it, or another, when there is no room. */
  add(socket: Socket, client: string | undefined): void {
    // Left again before it was looked at.
    if (socket.remotePort === undefined) return void socket.destroy()
    const name = nameOf(socket)
    const added: Open = { socket, client, isMute: true, underway: 0, answering: 0 }
    this.#open.set(name, added)
    this.#count(client, 1)
    socket.once('close', () => this.#forget(name, added))
    if (this.#heldBy(client) > this.#most.client) this.#end(name, added)
    else if (this.#open.size > this.#most.total) this.#makeRoom(name, added)
  }

  /** A whole request came on this connection, which may be the one inside TLS. */
  heard(socket: Socket): void {
    const open = this.#open.get(nameOf(socket))
    if (open) open.isMute = false
  }

  /** Next works on a request of this connection: until the answer begins it does not give way. */
  engage(socket: Socket): Underway {
    const open = this.#open.get(nameOf(socket)) ?? { underway: 0, answering: 0 }
    open.underway += 1
    let isAnswered = false
    const answered = () => {
      if (isAnswered) return
      isAnswered = true
      open.underway -= 1
      open.answering += 1
    }
    const over = () => {
      answered()
      open.answering -= 1
    }
    return { answered, over }
  }

  /** Ends all of them. */
  end(): void {
    for (const { socket } of this.#open.values()) socket.destroy()
  }

  #makeRoom(name: string, added: Open): void {
    let chosen: [string, Open] | undefined
    for (const each of this.#open)
      if (
        each[1] !== added &&
        this.#mayGo(each[1], added) &&
        this.#goesBefore(each[1], chosen?.[1])
      )
        chosen = each
    this.#end(...(chosen ?? ([name, added] as const)))
  }

  /** Of another one, who does not hold fewer. */
  #mayGo({ client, underway }: Open, added: Open): boolean {
    if (client === undefined || client === added.client || underway > 0) return false
    return this.#heldBy(client) >= this.#heldBy(added.client)
  }

  #goesBefore(one: Open, other: Open | undefined): boolean {
    if (!other) return true
    const more = this.#heldBy(one.client) - this.#heldBy(other.client)
    return more > 0 || (more === 0 && worth(one) < worth(other))
  }

  #end(name: string, open: Open): void {
    // At once, and not when it has closed: more may come before.
    this.#forget(name, open)
    open.socket.destroy()
  }

  #forget(name: string, open: Open): void {
    if (this.#open.get(name) !== open) return
    this.#open.delete(name)
    this.#count(open.client, -1)
  }

  #heldBy = (client: string | undefined): number => (client && this.#held.get(client)) || 0

  #count(client: string | undefined, change: 1 | -1): void {
    if (client === undefined) return
    const held = this.#heldBy(client) + change
    if (held > 0) this.#held.set(client, held)
    else this.#held.delete(client)
  }
}

/** What is lost with a connection that gives way: nothing, the next request on it, or an answer. */
const worth = ({ isMute, answering }: Open): number => (isMute ? 0 : answering > 0 ? 2 : 1)

/** A connection and the one inside its TLS have the same. */
const nameOf = ({ localAddress, localPort, remoteAddress, remotePort }: Socket): string =>
  `${remoteAddress} ${remotePort} ${localAddress} ${localPort}`
