import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, BlockList, connect, type Socket } from 'node:net'

import { Gate, type GateOptions } from '../server'

export const SECRET = 'the secret of this start'

/** What arrived at the server behind the gate. */
interface Arrived {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

/** A bare server behind a gate, which remembers what arrives and says yes to everything. */
export interface Stub {
  port: number
  host: string
  gate: Gate
  arrived: Arrived[]
  close: () => Promise<void>
}

type Respond = (request: IncomingMessage, response: ServerResponse) => void

/** Opens a gate before a bare server, both on free ports. */
export async function openStub(
  options: Partial<GateOptions> = {},
  respond: Respond = (_, response) => void response.end('yes'),
): Promise<Stub> {
  const arrived: Arrived[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('error', () => undefined)
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      arrived.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
      respond(request, response)
    })
  })
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    const { method = '', url = '', headers } = request
    arrived.push({ method, url, headers, body: '' })
    socket.resume().once('end', () => socket.end())
    socket.write('HTTP/1.1 101 Switching Protocols\r\nContent-Length: 3\r\n\r\nhot')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const hosts: string[] = ['console.example']
  const gate = new Gate({
    next: { port: (server.address() as AddressInfo).port, secret: SECRET },
    hosts,
    trustedProxies: new BlockList(),
    ...options,
  })
  const port = await gate.listen(0, options.tls ? '127.0.0.1' : '0.0.0.0')
  const host = `127.0.0.1:${port}`
  hosts.push(host, `localhost:${port}`)
  return {
    port,
    host,
    gate,
    arrived,
    close: async () => {
      await gate.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** An answer as it came over the socket. */
export interface Raw {
  status: number
  headers: Record<string, string>
  body: string
  /** Whether the other side ended the connection after it. */
  closed: boolean
  milliseconds: number
}

/** Opens a connection from an address of this machine: 127.0.0.1 unless told otherwise. */
export function dial(port: number, from: string = '127.0.0.1'): Socket {
  const socket = connect({ port, host: '127.0.0.1', localAddress: from })
  socket.on('error', () => undefined)
  return socket
}

/** Sends bytes as they are and reads one answer, or what there is when the other side ends the connection. */
export async function send(port: number, bytes: string | Buffer, from?: string): Promise<Raw> {
  const began = performance.now()
  const socket = dial(port, from)
  socket.write(bytes)
  const raw = await receive(socket)
  socket.destroy()
  return { ...raw, milliseconds: performance.now() - began }
}

/** Reads from a connection what `send` gives. */
export async function receive(socket: Socket): Promise<Raw> {
  let text = ''
  let closed = false
  await new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (isWhole(text) && !/^connection: close\r$/im.test(text)) resolve()
    })
    socket.on('close', () => {
      closed = true
      resolve()
    })
    socket.on('end', () => {
      closed = true
      resolve()
    })
  })
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  return {
    status: Number(first.split(' ')[1] ?? 0),
    headers: Object.fromEntries(
      lines.map((line) => {
        const at = line.indexOf(':')
        return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]
      }),
    ),
    body: rest.join('\r\n\r\n'),
    closed,
    milliseconds: 0,
  }
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = /^content-length: (\d+)\r$/im.exec(text.slice(0, end + 2))?.[1]
  if (length !== undefined) return text.length - end - 4 >= Number(length)
  return !/^transfer-encoding: chunked\r$/im.test(text) || text.endsWith('0\r\n\r\n')
}

/** The text of a request with these lines of headers. */
export const lines = (first: string, ...headers: string[]): string =>
  [`${first} HTTP/1.1`, ...headers, '', ''].join('\r\n')
