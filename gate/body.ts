import type { IncomingMessage } from 'node:http'

/** Why a body was not read to its end: more than the limit, or its client has too much on the way already. */
export class Unread extends Error {
  override readonly name = 'Unread'
  readonly why: 'large' | 'many'

  constructor(why: 'large' | 'many') {
    super(why)
    this.why = why
  }
}

/** A body, whole. */
export interface Held {
  body: Buffer
  /** Says that it is not needed any more. */
  release: () => void
}

/**
 * Reads bodies to their end before Next hears of the request: a slow one takes no place there. What a client has on
 * the way at one time is bounded, however many connections it opens.
 */
export class Bodies {
  readonly #perClient: number
  readonly #held = new Map<string, number>()

  constructor(perClient: number) {
    this.#perClient = perClient
  }

  /**
   * Reads at most `limit` bytes. The server's own deadline ends a body that does not come to an end.
   * @throws Unread, or when the sender leaves.
   */
  async read(request: IncomingMessage, client: string, limit: number): Promise<Held> {
    const chunks: Buffer[] = []
    let bytes = 0
    const release = () => {
      this.#hold(client, -bytes)
      bytes = 0
    }
    try {
      await new Promise<void>((resolve, reject) => {
        request.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          chunks.push(chunk)
          const held = this.#hold(client, chunk.length)
          if (bytes > limit) reject(new Unread('large'))
          else if (held > this.#perClient) reject(new Unread('many'))
        })
        request.once('end', resolve)
        request.once('error', reject)
        request.once('close', () => reject(new Error('The sender left.')))
      })
    } catch (error) {
      request.removeAllListeners('data')
      release()
      throw error
    }
    return { body: Buffer.concat(chunks), release }
  }

  #hold(client: string, bytes: number): number {
    const held = (this.#held.get(client) ?? 0) + bytes
    if (held > 0) this.#held.set(client, held)
    else this.#held.delete(client)
    return held
  }
}
