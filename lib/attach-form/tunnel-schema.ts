import { z } from 'zod'

import { parseIkeId, parseLifetime } from '@/lib/attach-form/fields'
import { parsePsk } from '@/lib/attach-form/psk'
import { parseLocalBgpIp, parseTunnelCidr } from '@/lib/attach-form/tunnel-cidr'
import type { TunnelValues } from '@/lib/attach-form/values'
import type { NewTunnel } from '@/lib/ipsec-connections/schema'
import { parseAsn } from '@/lib/net/asn'
import { printCidr } from '@/lib/net/cidr'
import { parseChosenId } from '@/lib/text/chosen-id'
import { parsedText, partReader } from '@/lib/text/read-part'

const customerGatewayId = parsedText(parseChosenId('choose.customerGateway'))
const psk = parsedText(parsePsk)
const lifetime = parsedText(parseLifetime)
const ikeId = parsedText(parseIkeId)

/** Reads one tunnel. The BGP part is read only when the connection uses BGP. */
export const tunnelSchema = (enableBgp: boolean): z.ZodType<NewTunnel> =>
  z.custom<TunnelValues>().transform((values, context): NewTunnel => {
    const read = partReader(context)
    const key = read(psk, values.psk, 'psk')
    return {
      customerGatewayId: read(customerGatewayId, values.customerGatewayId, 'customerGatewayId'),
      ...(key !== undefined && { psk: key }),
      ike: {
        ...values.ike,
        ikeLifetime: read(lifetime, values.ike.ikeLifetime, 'ike', 'ikeLifetime'),
        localId: read(ikeId, values.ike.localId, 'ike', 'localId'),
        remoteId: read(ikeId, values.ike.remoteId, 'ike', 'remoteId'),
      },
      ipsec: {
        ...values.ipsec,
        ipsecLifetime: read(lifetime, values.ipsec.ipsecLifetime, 'ipsec', 'ipsecLifetime'),
      },
      enableDpd: values.enableDpd,
      enableNatTraversal: values.enableNatTraversal,
      ...(enableBgp && { bgp: read(bgpSchema, values.bgp, 'bgp') }),
    }
  })

const tunnelCidr = parsedText(parseTunnelCidr).transform(printCidr)
const asn = parsedText(parseAsn)

const bgpSchema = z
  .custom<TunnelValues['bgp']>()
  .transform((values, context): NonNullable<NewTunnel['bgp']> => {
    const read = partReader(context)
    const bgpIp = parsedText(parseLocalBgpIp(values.tunnelCidr))
    return {
      tunnelCidr: read(tunnelCidr, values.tunnelCidr, 'tunnelCidr'),
      localBgpIp: read(bgpIp, values.localBgpIp, 'localBgpIp'),
      localAsn: read(asn, values.localAsn, 'localAsn'),
    }
  })
