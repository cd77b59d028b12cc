import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'

import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { z } from 'zod'

import type { State } from '../../state/state'
import type { DeviceFile } from './device'
import type { RealGateways } from './real'
import { type Breakage, breakages, Site } from './site'

/** Where a site may put files: what a device at the other end has. */
const PATHS =
  /^\/(etc\/swanctl\/conf\.d\/[\w.-]+\.conf|etc\/frr\/frr\.conf|usr\/local\/sbin\/[\w.-]+-up)$/

const startSchema = z.strictObject({
  files: z
    .array(z.strictObject({ path: z.string().regex(PATHS), text: z.string().max(200_000) }))
    .min(1),
  lans: z.array(z.string().regex(/^[\d.]+\/\d+$/)).max(10),
  ownAddress: z
    .string()
    .regex(/^([\d.]+)?$/)
    .default(''),
})
const breakSchema = z.strictObject({ what: z.enum(breakages).optional() })

/** What is known of a site: which connection it is the other end of, what is wrong with it, what got through. */
interface SiteView {
  readonly connectionId: string
  readonly name: string
  readonly tunnels: readonly {
    readonly Status: string
    readonly BgpStatus: string
    readonly learned: readonly string[]
  }[]
  readonly broken: Breakage | undefined
  readonly hosts: readonly string[]
  readonly far: readonly string[]
  /** Packets that came out of the tunnel at the site, and went into it. */
  readonly packets: { readonly in: number; readonly out: number }
}

/** The sites of a rehearsal. */
export class Sites {
  readonly #real: RealGateways
  readonly #state: State
  readonly #sites = new Map<string, Site>()

  constructor(real: RealGateways, state: State) {
    this.#real = real
    this.#state = state
  }

  /** Starts the other end of a connection, in place of one that runs. @throws when a file cannot be run. */
  async start(
    id: string,
    files: readonly DeviceFile[],
    lans: readonly string[],
    ownAddress: string,
  ): Promise<void> {
    const connection = this.#state.connections.get(id)
    if (!connection) throw new Error(`There is no connection ${id}.`)
    await this.stop(id)
    const addresses = connection.tunnels.flatMap(
      ({ CustomerGatewayId }) =>
        this.#state.customerGateways.get(CustomerGatewayId)?.IpAddress ?? [],
    )
    const site = await Site.start(`site-${id}`, this.#real.folder, await this.#real.wire, {
      addresses: [...new Set(addresses)],
      ownAddress,
      lans,
    })
    this.#sites.set(id, site)
    await site.configure(files)
  }

  async stop(id: string): Promise<void> {
    const site = this.#sites.get(id)
    this.#sites.delete(id)
    await site?.stop()
  }

  readonly break = async (id: string, what: Breakage | undefined): Promise<void> =>
    this.#siteOf(id).break(what)

  /** Pings each host of the VPCs from the first network of a site, and back: which get through says how the tables are. */
  async ping(id: string): Promise<{ host: string; there: boolean; back: boolean }[]> {
    const site = this.#siteOf(id)
    const [near = ''] = site.hosts()
    const answers = async (machine: Site['lan'], to: string, from: string) => {
      const ping = ['ping', '-q', '-c', '3', '-i', '0.2', '-W', '1', '-I', from, to]
      return (await machine.run(ping)).code === 0
    }
    return Promise.all(
      this.#real.hostsBehind(id).map(async ({ machine, address }) => ({
        host: address,
        there: await answers(site.lan, address, near),
        back: await answers(machine, near, address),
      })),
    )
  }

  async list(): Promise<SiteView[]> {
    return Promise.all(
      [...this.#sites].map(async ([connectionId, site]) => {
        const connection = this.#state.connections.get(connectionId)
        return {
          connectionId,
          name: connection?.Name ?? '',
          tunnels:
            connection?.tunnels.map(({ Status, BgpStatus, learned }) => ({
              Status,
              BgpStatus: connection.EnableBgp ? BgpStatus : '',
              learned: learned.map(({ cidr }) => cidr),
            })) ?? [],
          broken: site.broken,
          hosts: site.hosts(),
          far: this.#real.hostsBehind(connectionId).map(({ address }) => address),
          packets: await site.packets(),
        }
      }),
    )
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sites.keys()].map((id) => this.stop(id)))
  }

  #siteOf(id: string): Site {
    const site = this.#sites.get(id)
    if (!site) throw new Error(`No site runs for ${id}.`)
    return site
  }
}

/**
 * Lets the console and `npm run rehearse -- site` steer the sites, over a socket in the data folder that only its owner
 * can open: a site runs what it is given as root.
 */
export async function serveSites(sites: Sites, path: string): Promise<Server> {
  const app = new Hono()
  app.onError((error, c) =>
    c.json({ error: error.message }, error instanceof z.ZodError ? 400 : 500),
  )
  app.get('/sites', async (c) => c.json({ sites: await sites.list() }))
  app.post('/sites/:id', async (c) => {
    const { files, lans, ownAddress } = startSchema.parse(await c.req.json())
    await sites.start(c.req.param('id'), files, lans, ownAddress)
    return c.json({})
  })
  app.delete('/sites/:id', async (c) => {
    await sites.stop(c.req.param('id'))
    return c.json({})
  })
  app.post('/sites/:id/break', async (c) => {
    await sites.break(c.req.param('id'), breakSchema.parse(await c.req.json()).what)
    return c.json({})
  })
  app.post('/sites/:id/ping', async (c) => c.json({ hosts: await sites.ping(c.req.param('id')) }))
  rmSync(path, { force: true })
  // The mask of the process makes it its owner's alone.
  const listener = getRequestListener(app.fetch)
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  return server
}
