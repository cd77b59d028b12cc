import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'

import type { Emulator } from '../emulator'
import { controlRoutes } from '../steering/control'
import { answer } from './answer'
import type { Reply } from './reply'

// Only names of this machine: a page of another site must not reach the emulator by a name that resolves here.
const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** Serves an emulator on 127.0.0.1; port 0 takes a free one. `close` ends every connection, also those that a fault keeps waiting. */
export async function serve(
  emulator: Emulator,
  port: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(async (c, next) => {
    if (!loopback.test(c.req.header('host') ?? '')) return c.text('Misdirected request', 421)
    return next()
  })
  app.route('/_emulator', controlRoutes(emulator))
  app.on(['GET', 'POST'], '/', async (c) => {
    const reply = answer(emulator, {
      method: c.req.method,
      url: c.req.url,
      headers: c.req.header(),
      body: new Uint8Array(await c.req.arrayBuffer()),
    })
    if (reply.delay) await new Promise((resolve) => setTimeout(resolve, reply.delay))
    if (!reply.connection) return new Response(reply.body, reply)
    breakOff(reply, c.env.outgoing as ServerResponse)
    return RESPONSE_ALREADY_SENT
  })

  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
  // A client that reuses a connection just as it is closed for idling would see a reset.
  server.keepAliveTimeout = 120_000
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    // A server that listens on TCP has an AddressInfo.
    port: (server.address() as AddressInfo).port,
    close: () => close(server),
  }
}

// The faults that end a connection instead of answering.
function breakOff(reply: Reply, outgoing: ServerResponse): void {
  if (reply.connection === 'reset') outgoing.socket?.resetAndDestroy()
  if (reply.connection === 'cut') {
    outgoing.writeHead(reply.status, {
      ...reply.headers,
      'content-length': Buffer.byteLength(reply.body),
    })
    outgoing.write(reply.body.slice(0, Math.ceil(reply.body.length / 2)), () => outgoing.destroy())
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
