import { randomBytes } from 'node:crypto'
import { type IncomingMessage, STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

import { contentSecurityPolicy, SECURITY_HEADERS } from '@/lib/request/security-headers'

/** An answer of the gate itself. */
export interface Plain {
  status: number
  text: string
  headers?: Record<string, string>
  /** The connection ends with it: what follows on it cannot be trusted, or is not worth reading. */
  ends?: boolean
}

export interface Guards {
  development: boolean
  tls: boolean
}

/** The headers of every answer that is no file of the build; the policy's nonce is new each time. */
export const guardHeaders = ({ development, tls }: Guards): Record<string, string> => ({
  ...SECURITY_HEADERS,
  'content-security-policy': contentSecurityPolicy(randomBytes(16).toString('base64'), development),
  'cache-control': 'no-store',
  ...(tls && { 'strict-transport-security': 'max-age=31536000' }),
})

/** How long and how much is still read from one who sends on, so that it gets to see its answer. */
const LINGER_MS = 500
const LINGER_BYTES = 1024 * 1024

/** Answers a request. The rest of its body is not waited for. */
export function answer(
  request: IncomingMessage,
  response: ServerResponse,
  plain: Plain,
  guards: Guards,
): void {
  if (response.headersSent || response.destroyed) return
  const ends = plain.ends || !request.complete
  const body = request.method === 'HEAD' ? '' : `${plain.text}\n`
  response.writeHead(plain.status, {
    ...guardHeaders(guards),
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(`${plain.text}\n`),
    ...plain.headers,
    ...(ends && { connection: 'close' }),
  })
  if (request.complete) response.end(body)
  else {
    // Ending the response would close the connection at once, and the client may never read it.
    response.write(body)
    linger(request, request.socket)
  }
}

/** Answers on the bare connection, where there is no request that could be answered, and ends it. */
export function answerSocket(socket: Duplex, plain: Plain, guards: Guards): void {
  const text = `${plain.text}\n`
  const headers = {
    ...guardHeaders(guards),
    'content-type': 'text/plain; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    ...plain.headers,
    connection: 'close',
    date: new Date().toUTCString(),
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const status = `HTTP/1.1 ${plain.status} ${STATUS_CODES[plain.status]}\r\n`
  socket.write(`${status}${lines.join('')}\r\n${text}`)
  linger(socket, socket)
}

function linger(source: NodeJS.ReadableStream, socket: Duplex): void {
  let bytes = 0
  const timer = setTimeout(() => socket.destroy(), LINGER_MS)
  socket.once('close', () => clearTimeout(timer))
  source.on('end', () => socket.destroy())
  source.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > LINGER_BYTES) socket.destroy()
  })
}
