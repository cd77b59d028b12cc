import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { type Duplex, pipeline } from 'node:stream'

import { GATE_SECRET_HEADER } from '@/lib/request/security-headers'

/** Joins a browser's socket to Next's development server, which tells it over it what changed. */
export function relaySocket(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  next: { port: number; secret: string },
): void {
  const lines = [`${request.method} ${request.url} HTTP/1.1`]
  for (let at = 0; at < request.rawHeaders.length; at += 2)
    lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`)
  lines.push(`${GATE_SECRET_HEADER}: ${next.secret}`)
  const upstream = connect(next.port, '127.0.0.1')
  upstream.write(`${lines.join('\r\n')}\r\n\r\n`)
  upstream.write(head)
  pipeline(socket, upstream, () => upstream.destroy())
  pipeline(upstream, socket, () => socket.destroy())
}
