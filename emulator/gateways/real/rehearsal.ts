import type { Server } from 'node:http'
import { join } from 'node:path'

import type { GatewayHost, Gateways } from '../gateways'
import { whyNot } from './machine'
import { RealGateways } from './real'
import { serveSites, Sites } from './sites'

/** Where the sites of a rehearsal are steered, in the data folder. */
export const SOCKET = 'rehearsal.sock'

/** Real gateways behind what is attached, and the sites that a rehearsal starts. @throws with what is missing here. */
export function realGateways(dataDir: string): (host: GatewayHost) => Gateways {
  const missing = whyNot()
  if (missing) throw new Error(missing)
  return (host) => {
    const real = new RealGateways(host)
    const sites = new Sites(real, host.state)
    const serving: Promise<Server> = serveSites(sites, join(dataDir, SOCKET))
    const close = real.close.bind(real)
    real.close = async () => {
      const server = await serving
      server.closeAllConnections()
      server.close()
      await sites.close()
      await close()
    }
    return real
  }
}
