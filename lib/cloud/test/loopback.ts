import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Seen {
  url: string
  action: string
  nonce: string
  body: URLSearchParams
}

export type Reply = (response: ServerResponse) => void

/** A server on loopback that keeps what it was sent and answers as told. */
export async function loopback() {
  const seen: Seen[] = []
  let reply: Reply = (response) => response.end('{}')
  const server = createServer((request: IncomingMessage, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      seen.push({
        url: request.url ?? '',
        action: String(request.headers['x-acs-action']),
        nonce: String(request.headers['x-acs-signature-nonce']),
        body: new URLSearchParams(Buffer.concat(chunks).toString()),
      })
      reply(response)
    })
  })
  // A busy machine may load an SDK longer than the 5 s after which Node closes a connection just used again.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    answer(next: Reply) {
      reply = next
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Answers with a JSON body. */
export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
