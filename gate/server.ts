import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { BlockList, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'

import { networkOf, plainAddress } from '@/lib/net/network'
import { descriptors } from '@/lib/process/descriptors'
import { askedAt } from '@/lib/request/gate'

import { answer, answerSocket, guardHeaders, type Plain } from './answer'
import { Bodies, Unread } from './body'
import { Budgets } from './budget'
import { type Client, clientOf, contains } from './client'
import { Connections } from './connections'
import { relaySocket } from './development'
import type { Files } from './files'
import { Forward } from './forward'
import { COST, LIMITS, type Limits } from './limits'
import { bodyLimit, judge, pathOf, tooLarge } from './rules'
import { Sessions } from './sessions'
import { Turns } from './turns'

export interface GateOptions {
  /** Where Next listens on loopback, and what it knows the gate by. */
  next: { port: number; secret: string }
  hosts: readonly string[]
  trustedProxies: BlockList
  /** Speaks TLS itself with these, in PEM. */
  tls?: { cert: Buffer; key: Buffer }
  /** Reached from other machines without TLS of its own: only a trusted proxy is listened to. */
  onlyProxies?: boolean
  /** The build's files, and which paths it has; without them everything is asked of Next. */
  files?: Files
  isKnown?: (path: string) => boolean
  /** Lets Next's development socket through. */
  development?: boolean
  limits?: Partial<Limits>
}

/** Who asks, and whom limits count for it. */
type Counted = Client & { key: string }

/** Milliseconds that a refusal for too many requests is held back. */
const HOLD_MS = 1000
const MALFORMED: Plain = { status: 400, text: 'This request is malformed.' }
const UNREADABLE: Record<string, Plain> = {
  HPE_HEADER_OVERFLOW: { status: 431, text: 'The headers are too large.' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: tooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, text: 'The request took too long to arrive.' },
}
const TOO_MANY_BODIES: Plain = {
  status: 429,
  text: 'Too many bodies at once.',
  headers: { 'retry-after': '1' },
  ends: true,
}
const UPGRADE: Plain = { status: 400, text: 'Nothing here is upgraded.' }
const NOTHING: Plain = { status: 404, text: 'There is nothing at this address.' }

/** The only listener people reach: what it lets through goes to Next, everything else it answers itself. */
export class Gate {
  readonly #options: GateOptions
  readonly #limits: Limits
  readonly #guards
  readonly #server: Server
  readonly #forward: Forward
  readonly #budgets: Budgets
  readonly #turns = new Turns()
  readonly #sessions = new Sessions()
  readonly #bodies: Bodies
  readonly #connections: Connections
  /** The responses that are under way on a connection. */
  readonly #answering = new WeakMap<Duplex, Set<ServerResponse>>()
  /** Connections on which nothing more is said. */
  readonly #ended = new WeakSet<Duplex>()

  constructor(options: GateOptions) {
    this.#options = options
    this.#limits = { ...LIMITS, ...options.limits }
    this.#budgets = new Budgets(this.#limits)
    this.#bodies = new Bodies(this.#limits.bodies)
    this.#guards = { development: options.development ?? false, tls: Boolean(options.tls) }
    // A connection may need a second one to Next; the rest is for files and what else the process opens.
    const room = Math.max(16, Math.floor(((descriptors()?.limit ?? Infinity) - 100) / 2))
    const total = Math.min(this.#limits.total, room)
    this.#connections = new Connections({
      client: Math.min(this.#limits.connections, total / 2),
      total,
    })
    this.#forward = new Forward({ ...options.next, patience: this.#limits.answer })
    const settings = {
      maxHeaderSize: this.#limits.headerBytes,
      headersTimeout: this.#limits.receive,
      requestTimeout: this.#limits.receive,
      connectionsCheckingInterval: Math.min(1000, this.#limits.receive / 4),
      keepAliveTimeout: this.#limits.idle,
      // Our own rule answers with the headers of every answer.
      requireHostHeader: false,
    }
    this.#server = options.tls
      ? createTlsServer({ ...settings, ...options.tls, handshakeTimeout: this.#limits.receive })
      : createServer(settings)
    this.#server.maxHeadersCount = 0
    // Ends a connection whose other side does not read.
    this.#server.timeout = this.#limits.answer + this.#limits.receive
    this.#server.on('connection', (socket) => this.#connected(socket))
    this.#server.on('request', (request, response) => void this.#serve(request, response))
    this.#server.on('checkExpectation', (request, response) =>
      this.#refuse(request, response, {
        status: 417,
        text: 'Nothing is expected here.',
        ends: true,
      }),
    )
    this.#server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head))
    this.#server.on('connect', (request, socket) => this.#hangUp(request, socket))
    this.#server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
      this.#unreadable(error, socket),
    )
  }

  /** Listens. @throws when the port is taken. */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, host, resolve)
    })
    const address = this.#server.address()
    return typeof address === 'object' && address ? address.port : port
  }

  /** Takes nothing new, lets what runs end for `grace` milliseconds, then ends every connection. */
  async close(grace: number = 0): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeIdleConnections()
    // All of them: the server forgets one that was upgraded.
    const timer = setTimeout(() => this.#connections.end(), grace)
    await closed
    clearTimeout(timer)
    this.#forward.close()
  }

  #connected(socket: Socket): void {
    socket.on('error', () => socket.destroy())
    const address = plainAddress(socket.remoteAddress ?? '')
    const isProxy = contains(this.#options.trustedProxies, address)
    if (this.#options.onlyProxies && !isProxy) socket.destroy()
    else this.#connections.add(socket, isProxy ? undefined : networkOf(address))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { hosts, files, isKnown, trustedProxies } = this.#options
    this.#connections.heard(request.socket)
    if (!this.#begin(request.socket, response)) return
    const { method = '', url: target = '', headers, rawHeaders } = request
    const client = clientOf(request, trustedProxies)
    const path = pathOf(target)
    const asking = { method, target, headers, rawHeaders, scheme: client.scheme }
    const refused = judge(asking, { hosts, limits: this.#limits })
    const hasFile = !refused && files?.has(path) === true && method !== 'POST'
    const isThere = hasFile || (isKnown?.(path) ?? true)
    const cost = refused
      ? COST.malformed
      : hasFile
        ? COST.file
        : isThere
          ? COST.request
          : COST.missing
    const key = this.#sessions.clientOf(client.network, headers.cookie)
    const seconds = this.#budgets.spendFor({ ...client, key }, cost)
    if (seconds !== undefined) {
      this.#turns.drop(key)
      return await this.#tooMany(request, response, seconds)
    }
    if (refused) return this.#refuse(request, response, refused)
    if (hasFile) return files?.answer(path, request, response)
    if (!isThere && !opensPage(request)) return this.#refuse(request, response, NOTHING)
    await this.#ask(request, response, { ...client, key })
  }

  /** Notes the response under way; whether there are not too many already. */
  #begin(socket: Socket, response: ServerResponse): boolean {
    const under = this.#answering.get(socket) ?? new Set()
    this.#answering.set(socket, under.add(response))
    response.once('close', () => under.delete(response))
    if (under.size > this.#limits.ahead) socket.destroy()
    return under.size <= this.#limits.ahead
  }

  async #ask(request: IncomingMessage, response: ServerResponse, client: Counted): Promise<void> {
    const held = await this.#read(request, response, client.network)
    if (!held) return
    const isData = askedAt(pathOf(request.url ?? '')) !== 'page'
    const left = new AbortController()
    response.once('close', () => left.abort())
    const done = await this.#turns.take(client.key, !isData, left.signal)
    if (!done) {
      held.release()
      const seconds = this.#budgets.spendFor(client, COST.flood)
      return await this.#tooMany(request, response, seconds ?? 1)
    }
    const guards = guardHeaders({ ...this.#guards, tls: client.scheme === 'https' })
    const underway = this.#connections.engage(request.socket)
    const plain = left.signal.aborted
      ? undefined
      : await this.#forward.pass({
          request,
          response,
          client,
          body: held.body,
          guards,
          onAnswer: (session) => {
            underway.answered()
            this.#sessions.learn(client.network, request.headers.cookie, session)
          },
        })
    held.release()
    underway.over()
    done()
    if (plain) this.#refuse(request, response, plain)
  }

  /** Reads the body; gives nothing when that was answered already, or when nobody is there to answer. */
  async #read(request: IncomingMessage, response: ServerResponse, client: string) {
    try {
      return await this.#bodies.read(request, client, bodyLimit(request.url ?? '', this.#limits))
    } catch (error) {
      if (!(error instanceof Unread)) return undefined
      this.#refuse(request, response, error.why === 'large' ? tooLarge : TOO_MANY_BODIES)
      return undefined
    }
  }

  /** Held for a moment, so that one who asks again at each answer does not keep us busy with it. */
  async #tooMany(
    request: IncomingMessage,
    response: ServerResponse,
    seconds: number,
  ): Promise<void> {
    await delay(HOLD_MS)
    this.#refuse(request, response, {
      status: 429,
      text: 'Too many requests.',
      headers: { 'retry-after': String(seconds) },
    })
  }

  #refuse(request: IncomingMessage, response: ServerResponse, plain: Plain): void {
    if (!this.#ended.has(request.socket)) answer(request, response, plain, this.#guards)
    if (plain.ends) this.#ended.add(request.socket)
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { development, hosts, next, trustedProxies } = this.#options
    const { scheme } = clientOf(request, trustedProxies)
    const { url = '', rawHeaders } = request
    // As any other request, but for the one thing that is wanted here.
    const headers = { ...request.headers, upgrade: undefined }
    const asking = { method: 'GET', target: url, headers, rawHeaders, scheme }
    const isHotReload = development && url.startsWith('/_next/hmr')
    if (isHotReload && !judge(asking, { hosts, limits: this.#limits }))
      relaySocket(request, socket, head, next)
    else this.#hangUp(request, socket)
  }

  #hangUp(request: IncomingMessage, socket: Duplex): void {
    this.#budgets.spend(clientOf(request, this.#options.trustedProxies).network, COST.malformed)
    answerSocket(socket, UPGRADE, this.#guards)
  }

  /** What arrived cannot be read as a request, or did not arrive in time. */
  #unreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
    if (this.#ended.has(socket)) return
    this.#ended.add(socket)
    const { remoteAddress = '', bytesRead } = socket as Socket // the server's sockets are nothing else
    const isProxy = contains(this.#options.trustedProxies, plainAddress(remoteAddress))
    const wait = isProxy
      ? undefined
      : this.#budgets.spend(networkOf(plainAddress(remoteAddress)), COST.malformed)
    const [answering] = this.#answering.get(socket) ?? []
    // One that was opened ahead and never used has asked nothing; one that is being answered cannot be told.
    const isMute = bytesRead === 0 || error.code === 'ECONNRESET' || !socket.writable
    if (isMute || wait !== undefined || answering?.headersSent || answering?.req.complete)
      socket.destroy()
    else answerSocket(socket, UNREADABLE[error.code ?? ''] ?? MALFORMED, this.#guards)
  }
}

/** A person opens a page; whoever wants data instead is told in a line that there is none. */
const opensPage = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  (headers['sec-fetch-mode'] === 'navigate' ||
    (headers['sec-fetch-mode'] === undefined && headers.accept?.includes('text/html') === true))
