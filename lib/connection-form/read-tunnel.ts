import type { TunnelValues } from '@/lib/attach-form/values'
import { parseIkeId, parseLifetime } from '@/lib/connection-form/fields'
import { parsePsk } from '@/lib/connection-form/psk'
import { parseLocalBgpIp, parseTunnelCidr } from '@/lib/connection-form/tunnel-cidr'
import type { NewTunnel } from '@/lib/ipsec-connections/schema'
import { parseAsn } from '@/lib/net/asn'
import { parseChosenId } from '@/lib/text/chosen-id'
import type { Reader } from '@/lib/text/reader'

/** Reads one tunnel. The BGP part is read only when the connection uses BGP. */
export function readTunnel(read: Reader, values: TunnelValues, enableBgp: boolean): NewTunnel {
  const { customerGatewayId, ike, ipsec, enableDpd, enableNatTraversal } = values
  const psk = read.text(parsePsk, values.psk, 'psk')
  return {
    customerGatewayId: read.text(parseGateway, customerGatewayId, 'customerGatewayId'),
    ...(psk !== undefined && { psk }),
    ike: {
      ...ike,
      ikeLifetime: read.text(parseLifetime, ike.ikeLifetime, 'ike', 'ikeLifetime'),
      localId: read.text(parseIkeId, ike.localId, 'ike', 'localId'),
      remoteId: read.text(parseIkeId, ike.remoteId, 'ike', 'remoteId'),
    },
    ipsec: {
      ...ipsec,
      ipsecLifetime: read.text(parseLifetime, ipsec.ipsecLifetime, 'ipsec', 'ipsecLifetime'),
    },
    enableDpd,
    enableNatTraversal,
    ...(enableBgp && { bgp: readBgp(read.at('bgp'), values.bgp) }),
  }
}

const parseGateway = parseChosenId('choose.customerGateway')

function readBgp(read: Reader, values: TunnelValues['bgp']): NonNullable<NewTunnel['bgp']> {
  const { tunnelCidr, localBgpIp, localAsn } = values
  read.text(parseTunnelCidr, tunnelCidr, 'tunnelCidr')
  read.text(parseLocalBgpIp(tunnelCidr), localBgpIp, 'localBgpIp')
  return { tunnelCidr, localBgpIp, localAsn: read.text(parseAsn, localAsn, 'localAsn') }
}
