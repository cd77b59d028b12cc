import type { GatewayHost, Gateways } from '@/emulator/gateways/gateways'
import { systemClock } from '@/emulator/steering/clock'
import { buildNetwork, route } from '@/emulator/test/network'
import { emulator, main, write } from '@/lib/cloud/test/emulator'
import { toNewConnection } from '@/lib/connection-form/request'
import { connectionFormSchema } from '@/lib/connection-form/schema'
import { connectionDefaults } from '@/lib/connection-form/values'
import { peerOfConnection } from '@/lib/peer-config/peer'

export type Values = ReturnType<typeof connectionDefaults>
export type TunnelValues = Values['tunnels'][0]

const REGION = 'eu-central-1'

/** A connection as somebody fills it in: the form's own values, from its defaults. */
export function fillIn(change: (values: Values) => void): Values {
  const values = connectionDefaults()
  change(values)
  return values
}

/**
 * The emulator with a router, and the console's own way to it: what the form holds is read by the form's schema, sent by
 * the SDK, and read back from the cloud. The other end is written from what came back.
 */
export async function labCloud(behind?: (host: GatewayHost) => Gateways) {
  // Daemons live by the machine's time.
  const running = await emulator('empty', behind && { gateways: behind, clock: systemClock() })
  const network = await buildNetwork(running)
  await running.control('/quotas', {
    vpnAttachmentsPerTransitRouter: 1000,
    customerGatewaysPerRegion: 1000,
    connectionsPerRegion: 1000,
  })
  const gateways = await import('@/lib/customer-gateways/cloud')
  const connections = await import('@/lib/ipsec-connections/cloud')
  const attachments = await import('@/lib/attachments/cloud')
  return {
    running,
    network,
    /** A customer gateway at an address, with an ASN where it is to have one. */
    customerGateway: (ipAddress: string, asn?: number) =>
      gateways.createCustomerGateway(
        main,
        {
          regionId: REGION,
          name: ipAddress,
          description: '',
          ipAddress,
          tags: [],
          ...(asn !== undefined && { asn }),
        },
        write(),
      ),
    /** Creates and attaches what the form holds, and gives the cloud's own record and the other end's view of it. */
    async attach(name: string, values: Values) {
      const form = connectionFormSchema.parse({
        regionId: REGION,
        name,
        tag: [],
        connection: values,
      })
      const request = toNewConnection(form.connection, { regionId: REGION, name, tags: [] })
      const vpnConnectionId = await connections.createIpsecConnection(main, request, write())
      const attachmentId = await attachments.createVpnAttachment(
        main,
        {
          cenId: network.CenId,
          regionId: REGION,
          transitRouterId: network.TransitRouterId,
          vpnId: vpnConnectionId,
          transitRouterAttachmentName: name,
          transitRouterAttachmentDescription: '',
          autoPublishRouteEnabled: true,
          tags: [],
          ...(values.tunnelMode === 'single' && { zoneId: 'eu-central-1a' }),
        },
        write(),
      )
      await route(running, attachmentId, network.system)
      const params = { regionId: REGION, vpnConnectionId }
      const read = await connections.describeIpsecConnection(main, params)
      const keys = await connections.revealPsk(main, params)
      const known = await gateways.listCustomerGateways(main, { regionId: REGION })
      return {
        attachmentId,
        record: running.emulator.state.connections.get(vpnConnectionId)!,
        peer: peerOfConnection(read, known, keys),
      }
    },
  }
}
