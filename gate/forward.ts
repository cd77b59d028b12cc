import { Agent, type IncomingMessage, request as ask, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'

import { descriptors, GATE_DESCRIPTORS_HEADER } from '@/lib/process/descriptors'
import { askedAt } from '@/lib/request/gate'
import {
  GATE_SECRET_HEADER,
  GATE_SESSION_HEADER,
  isInternalHeader,
} from '@/lib/request/security-headers'

import type { Plain } from './answer'
import type { Client } from './client'
import { pathOf } from './rules'

/** They speak of one connection, not of the request. */
const HOP_BY_HOP =
  /^(connection|keep-alive|proxy-authenticate|proxy-authorization|proxy-connection|te|trailer|transfer-encoding|upgrade|expect)$/

export interface Next {
  port: number
  secret: string
  /** Milliseconds for the first byte of an answer. */
  patience: number
}

export interface Forwarded {
  request: IncomingMessage
  response: ServerResponse
  client: Client
  body: Buffer
  /** Hears that the answer begins, and whose session it is for. */
  onAnswer: (session: string | undefined) => void
  /** Put on the answer; the policy goes to Next too, which reads its nonce from there. */
  guards: Record<string, string>
}

const NOT_THERE: Plain = {
  status: 503,
  text: 'The console is starting, or it has stopped.',
  headers: { 'retry-after': '2' },
}
const TOO_SLOW: Plain = { status: 504, text: 'The console does not answer.' }

/** Passes requests on to Next over connections that are kept. */
export class Forward {
  readonly #next: Next
  // Fewer than Next's own limit of idle time, so that none is used just as it is closed.
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 128, timeout: 30_000 })

  constructor(next: Next) {
    this.#next = next
  }

  /** Gives what to say instead when Next does not answer; undefined when it did, or nobody listens any more. */
  async pass(forwarded: Forwarded): Promise<Plain | undefined> {
    const { request, response, body, guards } = forwarded
    return await new Promise((resolve) => {
      const outgoing = ask({
        agent: this.#agent,
        host: '127.0.0.1',
        port: this.#next.port,
        method: request.method,
        path: request.url,
        headers: this.#headers(forwarded),
      })
      const timer = setTimeout(() => {
        resolve(TOO_SLOW)
        outgoing.destroy()
      }, this.#next.patience)
      outgoing.once('response', (incoming) => {
        clearTimeout(timer)
        const session = incoming.headers[GATE_SESSION_HEADER]
        forwarded.onAnswer(session?.toString())
        response.writeHead(statusOf(request, incoming), answerHeaders(incoming, guards))
        // An answer that breaks off on one side ends on the other; nothing can be said about it any more.
        pipeline(incoming, response, () => resolve(undefined))
      })
      outgoing.once('error', () => {
        clearTimeout(timer)
        resolve(response.headersSent || response.destroyed ? undefined : NOT_THERE)
      })
      response.once('close', () => outgoing.destroy())
      outgoing.end(body)
    })
  }

  /** Ends the kept connections. */
  close(): void {
    this.#agent.destroy()
  }

  #headers({ request, client, body, guards }: Forwarded): Record<string, string | string[]> {
    const headers: Record<string, string | string[]> = {}
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined && !HOP_BY_HOP.test(name) && !isInternalHeader(name))
        headers[name] = value
    return {
      ...headers,
      host: request.headers.host?.toLowerCase() ?? '',
      ...(request.method === 'POST' && { 'content-length': String(body.length) }),
      'content-security-policy': guards['content-security-policy'] ?? '',
      'x-forwarded-for': client.address,
      'x-forwarded-proto': client.scheme,
      [GATE_SECRET_HEADER]: this.#next.secret,
      ...ownHealth(request.url ?? ''),
    }
  }
}

/** An action of ours gives a value and never throws: where Next says that one threw, it could not read the body. */
function statusOf({ headers }: IncomingMessage, incoming: IncomingMessage): number {
  const isAction = headers['next-action'] !== undefined
  const threw = isAction && incoming.headers['content-type']?.startsWith('text/x-component')
  return incoming.statusCode === 500 && threw ? 400 : (incoming.statusCode ?? 502)
}

/** What one who asks for the health is told of the gate, beside what Next says of itself. */
function ownHealth(target: string): Record<string, string> {
  const own = askedAt(pathOf(target)) === 'health' ? descriptors() : undefined
  return own ? { [GATE_DESCRIPTORS_HEADER]: `${own.open}/${own.limit}` } : {}
}

function answerHeaders(
  incoming: IncomingMessage,
  guards: Record<string, string>,
): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined && !HOP_BY_HOP.test(name) && !/^x-(middleware|gate)-/.test(name))
      headers[name] = value
  return { ...headers, ...guards }
}
