import { Hono } from 'hono'
import { z } from 'zod'

import { ikeSettings, ipsecSettings } from '../connections/settings'
import { singleTunnelSetting } from '../connections/single-tunnel'
import { type Emulator, save, settle, transactionAt } from '../emulator'
import { report } from '../gateways/gateways'
import { deviceChanged, playedGateways } from '../gateways/played/played'
import { formatAddress, parseAsn, parseBlock } from '../net'
import { regions } from '../regions'
import { advertised } from '../routers/routes/advertised'
import { accounts } from '../state/accounts'
import { newId } from '../state/ids'
import { quotas } from '../state/quotas'
import { troubles } from '../state/vpn-records'
import { newBuilder } from '../world/builder'
import { addConnection, addGateway } from '../world/vpn-builder'

/** The JSON of a request's body; an empty body is {}. Throws SyntaxError. */
export async function bodyOf(request: { text: () => Promise<string> }): Promise<unknown> {
  return JSON.parse((await request.text()) || '{}')
}

const negotiation = z.enum([
  'ike_sa_not_established',
  'ike_sa_established',
  'ipsec_sa_not_established',
  'ipsec_sa_established',
])

const learnedSchema = z
  .array(
    z.strictObject({
      cidr: z.string().refine((text) => parseBlock(text), 'no IPv4 block'),
      asPath: z
        .array(z.string().refine((text) => parseAsn(text), 'no ASN'))
        .max(255)
        .default([]),
      communities: z
        .array(z.string().regex(/^\d{1,10}:\d{1,10}$/))
        .max(255)
        .default([]),
    }),
  )
  .max(10_000)

const tunnelSchema = z
  .strictObject({
    /** TunnelIndex, 1 or 2; a single-tunnel connection has 1. */
    index: z.number().int().min(1).max(2),
    status: negotiation.optional(),
    /** What the log and the diagnosis blame while the tunnel is down. */
    trouble: z.enum(troubles).optional(),
    bgp: z.enum(['success', 'failed']).optional(),
    learned: learnedSchema.optional(),
  })
  .transform(({ index, status, trouble, bgp, learned }) => ({
    TunnelIndex: index,
    ...(status && { Status: status }),
    ...(trouble && { trouble }),
    ...(bgp && { BgpStatus: bgp }),
    ...(learned && { learned }),
  }))

const connectionSchema = z.strictObject({
  tunnels: z.array(tunnelSchema).max(2).default([]),
  health: z.enum(['success', 'failed']).optional(),
})

const blocks = () =>
  z
    .string()
    .max(200)
    .refine((text) => text.split(',').every((item) => parseBlock(item)), 'no IPv4 blocks')

/** What a device is set to; what is left out agrees with the cloud. */
const deviceSchema = z.strictObject({
  answers: z.boolean().default(true),
  psk: ikeSettings.shape.Psk,
  ike: ikeSettings.pick({ IkeEncAlg: true, IkeAuthAlg: true, IkePfs: true }).strict().optional(),
  ipsec: ipsecSettings.omit({ IpsecLifetime: true }).strict().optional(),
  ownId: ikeSettings.shape.RemoteId,
  localSubnet: blocks().optional(),
  remoteSubnet: blocks().optional(),
  asn: z.number().int().min(1).max(4_294_967_295).optional(),
  learned: learnedSchema.default([]),
})

const quotaSchema = z.partialRecord(
  z.enum(Object.keys(quotas) as (keyof typeof quotas)[]),
  z.number().int().min(0).max(1_000_000).nullable(),
)

const serviceSchema = z.strictObject({
  account: z.literal(accounts.map(({ uid }) => uid)),
  open: z.boolean(),
})

const regionSchema = z.strictObject({
  region: z.string().refine((id) => Object.hasOwn(regions, id)),
  singleTunnel: z.boolean(),
})

/** As many connections as blocks of 169.254.128.0/17, which lead in turn to the gateway and to so many more like it. */
const manySchema = z.strictObject({
  count: z.number().int().min(1).max(8192),
  gateways: z.number().int().min(0).max(65_536).default(0),
})

const routesSchema = z.strictObject({ count: z.number().int().min(1).max(65_536) })

/** Endpoints that change the state without the API: what devices do, quotas, services, many routes. */
export function stateControl(emulator: Emulator): Hono {
  const app = new Hono()
  const { state } = emulator

  app.post('/connections/:id', async (c) => {
    const { tunnels, health } = connectionSchema.parse(await bodyOf(c.req))
    const id = c.req.param('id')
    if (!state.connections.get(id)) return c.json({ error: 'No such connection.' }, 404)
    report(state, id, { tunnels, ...(health && { health }) })
    save(emulator)
    return c.json({})
  })

  app.post('/devices/:id', async (c) => {
    const device = deviceSchema.parse(await bodyOf(c.req))
    const id = c.req.param('id')
    if (!state.customerGateways.get(id)) return c.json({ error: 'No such customer gateway.' }, 404)
    state.devices.put({ ...device, id })
    if (emulator.gateways === playedGateways) deviceChanged(transactionAt(emulator), id)
    settle(emulator)
    return c.json({})
  })
  app.delete('/devices/:id', (c) => {
    state.devices.delete(c.req.param('id'))
    save(emulator)
    return c.json({})
  })

  app.get('/advertised', (c) =>
    c.json({
      routes: advertised(state, c.req.query('attachment') ?? '').map((route) => ({
        destination: route.destination,
        origin: route.originResourceType,
        asPath: route.asPath,
        communities: route.communities,
      })),
    }),
  )

  app.post('/quotas', async (c) => {
    for (const [name, value] of Object.entries(quotaSchema.parse(await bodyOf(c.req))))
      if (value === null) state.settings.delete(`quota/${name}`)
      else if (value !== undefined) state.settings.put({ id: `quota/${name}`, value })
    save(emulator)
    return c.json({})
  })

  app.post('/services', async (c) => {
    const { account, open } = serviceSchema.parse(await bodyOf(c.req))
    state.settings.put({ id: `service/${account}`, value: open })
    save(emulator)
    return c.json({})
  })

  app.post('/regions', async (c) => {
    const { region, singleTunnel } = regionSchema.parse(await bodyOf(c.req))
    state.settings.put({ id: singleTunnelSetting(region), value: singleTunnel })
    save(emulator)
    return c.json({})
  })

  app.post('/customer-gateways/:id/connections', async (c) => {
    const { count, gateways } = manySchema.parse(await bodyOf(c.req))
    const gateway = state.customerGateways.get(c.req.param('id'))
    if (!gateway) return c.json({ error: 'No such customer gateway.' }, 404)
    const { id, owner, RegionId: region, Asn } = gateway
    const builder = newBuilder(state, emulator.clock.now())
    const ends = [id]
    for (let n = 1; n <= gateways; n += 1)
      // From 198.18.0.0/15, which no world uses.
      ends.push(
        addGateway(
          builder,
          owner,
          region,
          `synthetic-gateway-${n}`,
          formatAddress(0xc6_12_00_00 + n),
          Asn,
        ),
      )
    for (let n = 0; n < count; n += 1)
      addConnection(builder, {
        name: `synthetic-${n + 1}`,
        owner,
        region,
        bgp: true,
        tunnels: [
          {
            gateway: ends[n % ends.length] ?? id,
            // From the upper half of 169.254.0.0/16, which no world uses.
            cidr: `${formatAddress(0xa9_fe_80_00 + n * 4)}/30`,
          },
        ],
      })
    save(emulator)
    return c.json({ count, gateways })
  })

  app.post('/route-tables/:id/routes', async (c) => {
    const { count } = routesSchema.parse(await bodyOf(c.req))
    const table = state.routeTables.get(c.req.param('id'))
    if (!table) return c.json({ error: 'No such route table.' }, 404)
    const hops = state.attachments.where(
      ({ TransitRouterId }) => TransitRouterId === table.TransitRouterId,
    )
    for (let n = 0; n < count; n += 1)
      state.routes.put({
        id: newId('rte'),
        TransitRouterRouteTableId: table.id,
        // /28 blocks of 11.0.0.0/8, which no world uses.
        destination: `${formatAddress(11 * 2 ** 24 + n * 16)}/28`,
        nextHopType: hops.length > 0 ? 'Attachment' : 'BlackHole',
        nextHopId: hops[n % hops.length]?.id ?? '',
        name: `synthetic-${n + 1}`,
        description: '',
        Status: 'Active',
        createdAt: emulator.clock.now(),
      })
    save(emulator)
    return c.json({ count })
  })
  return app
}
