import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { getRequestListener } from '@hono/node-server'

import type { Emulator } from '../emulator'
import { controlRoutes } from '../steering/control'
import { answer } from './answer'
import type { Reply } from './reply'

// Only names of this machine: a page of another site must not reach the emulator by a name that resolves here.
const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

// A browser sends at least one of these with whatever a page of another site makes it send; no client of the API does.
const ofBrowsers = ['origin', 'referer', 'sec-fetch-site'] as const

// The largest request of the console has some 10 kB.
const bodyLimit = 1_000_000

const json = { 'content-type': 'application/json' }

/** Serves an emulator on 127.0.0.1; port 0 takes a free one. `close` ends every connection, also those that a fault keeps waiting. */
export async function serve(
  emulator: Emulator,
  port: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  const app = controlRoutes(emulator)
  const control = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createServer((incoming, outgoing) => {
    const refused = refusalOf(incoming)
    if (refused) return refuse(outgoing, ...refused)
    return read(incoming, outgoing, (body) => {
      if (/^\/(\?|$)/.test(incoming.url ?? '')) send(answerTo(emulator, incoming, body), outgoing)
      // node-server takes the body from here when it has been read already.
      else void control(Object.assign(incoming, { rawBody: body }), outgoing)
    })
  })
  // A client that reuses a connection just as it is closed for idling would see a reset.
  server.keepAliveTimeout = 120_000
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    // A server that listens on TCP has an AddressInfo.
    port: (server.address() as AddressInfo).port,
    close: () => close(server),
  }
}

function refusalOf({ headers, method }: IncomingMessage): [number, string] | undefined {
  if (!loopback.test(headers.host ?? '')) return [421, 'Misdirected request.']
  if (ofBrowsers.some((name) => headers[name] !== undefined)) return [403, 'Not for browsers.']
  if (!['GET', 'POST', 'DELETE'].includes(method ?? '')) return [405, 'Only GET, POST, DELETE.']
  if (Number(headers['content-length'] ?? 0) > bodyLimit) return tooLarge
  return undefined
}

const tooLarge: [number, string] = [413, `A request has at most ${bodyLimit} bytes.`]

// The rest of a refused request is not read: the connection ends with the answer.
function refuse(outgoing: ServerResponse, status: number, error: string): void {
  outgoing.writeHead(status, { ...json, connection: 'close' })
  outgoing.end(JSON.stringify({ error }))
}

function read(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  done: (body: Buffer) => void,
): void {
  const chunks: Buffer[] = []
  let size = 0
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= bodyLimit) chunks.push(chunk)
    else if (!outgoing.headersSent) {
      refuse(outgoing, ...tooLarge)
      incoming.pause()
    }
  })
  incoming.on('end', () => {
    if (size <= bodyLimit) done(Buffer.concat(chunks))
  })
}

function answerTo(emulator: Emulator, incoming: IncomingMessage, body: Buffer): Reply {
  return answer(emulator, {
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    headers: headersOf(incoming),
    body,
  })
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) texts[name] = Array.isArray(value) ? value.join(', ') : value
  return texts
}

function send(reply: Reply, outgoing: ServerResponse): void {
  if (reply.delay) setTimeout(() => deliver(reply, outgoing), reply.delay)
  else deliver(reply, outgoing)
}

// What is not a whole answer is a fault that ends the connection, or keeps it without an answer.
function deliver({ connection, status, headers, body }: Reply, outgoing: ServerResponse): void {
  if (connection === 'timeout') return
  if (connection === 'reset') {
    outgoing.socket?.resetAndDestroy()
    return
  }
  outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  if (connection === 'cut')
    outgoing.write(body.slice(0, Math.ceil(body.length / 2)), () => outgoing.destroy())
  else outgoing.end(body)
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
