import type { AttachForm } from '@/lib/attach-form/read-form'
import { attachFormSchema } from '@/lib/attach-form/schema'
import { attachFormDefaults } from '@/lib/attach-form/values'
import { listCens } from '@/lib/cen/cloud'
import { listCustomerGateways } from '@/lib/customer-gateways/cloud'
import { CANARY } from '@/lib/db/test/canary'
import { listZones } from '@/lib/regions/cloud'
import { listTransitRouters } from '@/lib/transit-routers/cloud'

export const ACCESS = { profile: 'main' }
const REGION = 'eu-central-1'

/** A filled-in attach form for the Frankfurt router of the emulator's sample world. */
export async function sampleAttach(name: string): Promise<{ cenId: string; form: AttachForm }> {
  const [cen] = await listCens(ACCESS)
  const routers = await listTransitRouters(ACCESS, { cenId: cen!.cenId })
  const { transitRouterId } = routers.find(({ regionId }) => regionId === REGION)!
  const [gateway] = await listCustomerGateways(ACCESS, { regionId: REGION })
  const [zone] = await listZones(ACCESS, { regionId: REGION, language: 'en-US' })
  const values = attachFormDefaults({ regionId: REGION, transitRouterId, zoneId: zone!.zoneId })
  values.transitRouterAttachmentName = name
  values.connection.tunnels[0].customerGatewayId = gateway!.customerGatewayId
  values.connection.tunnels[0].psk = CANARY
  return { cenId: cen!.cenId, form: attachFormSchema.parse(values) }
}
