import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** As many ports of this machine as are asked for, on which nothing listens. */
export async function freePorts(count: number): Promise<number[]> {
  // All are open at once, so that none comes twice.
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))))
  return ports
}
