import { parseLocalBgpIp, parseTunnelCidr } from '@/lib/connection-form/read'
import { gatewayOf, type Surroundings } from '@/lib/connection-form/surroundings'
import { activeTunnels } from '@/lib/connection-form/tunnels'
import type { ConnectionValues, TunnelValues } from '@/lib/connection-form/values'
import type { NewTunnel } from '@/lib/ipsec-connections/schema'
import { parseAsn } from '@/lib/net/asn'
import { printCidr } from '@/lib/net/cidr'
import { parseCidrList } from '@/lib/net/cidr-list'
import { parseIpv4, printIpv4 } from '@/lib/net/ipv4'
import { type Peer, peerOf, placeholder } from '@/lib/peer-config/peer'
import { parseWholeNumber } from '@/lib/text/whole-number'

const DAY = 86_400
const parseLifetime = parseWholeNumber(0, DAY)

/**
 * The other end of a connection that is being filled in. What is not there yet, or not right yet, is a placeholder; a
 * lifetime that is not right is the default until it is. The keys are not taken from the form.
 */
export function peerOfForm(values: ConnectionValues, known: Surroundings, title: string): Peer {
  const tunnels = activeTunnels(values)
  const [first, second] = tunnels.map((tunnel) => tunnelOf(tunnel, values.enableBgp))
  if (!first) throw new Error('A connection has a tunnel.')
  const isFlow = values.routingMode === 'flow'
  const { enable, dip, sip } = values.healthCheck
  return peerOf(
    title,
    {
      effectImmediately: values.effectImmediately,
      enableBgp: values.enableBgp,
      localSubnet: isFlow ? blocksOf(values.localSubnet, 'network-in-the-cloud') : ANY,
      remoteSubnet: isFlow ? blocksOf(values.remoteSubnet, 'network-behind-the-device') : ANY,
      tunnels: second ? [first, second] : [first],
      ...(values.tunnelMode === 'single' &&
        enable && {
          healthCheck: {
            enable,
            dip: addressOf(dip, 'health-check-destination'),
            sip: addressOf(sip, 'health-check-source'),
            interval: 3,
            retry: 3,
            policy: values.healthCheck.policy,
          },
        }),
    },
    tunnels.map(({ customerGatewayId }) => ({
      customerGateway: gatewayOf(known, customerGatewayId),
    })),
  )
}

const ANY = ['0.0.0.0/0']

function blocksOf(text: string, what: string): string[] {
  const blocks = parseCidrList(text)
  return blocks.ok ? blocks.value.map(printCidr) : [placeholder(what)]
}

function tunnelOf(
  { customerGatewayId, enableDpd, enableNatTraversal, ike, ipsec, bgp }: TunnelValues,
  enableBgp: boolean,
): NewTunnel {
  const block = parseTunnelCidr(bgp.tunnelCidr.trim())
  const host = parseLocalBgpIp(block, bgp.localBgpIp.trim())
  const asn = parseAsn(bgp.localAsn.trim())
  return {
    customerGatewayId,
    enableDpd,
    enableNatTraversal,
    ike: {
      ...ike,
      ikeLifetime: secondsOf(ike.ikeLifetime),
      localId: ike.localId.trim(),
      remoteId: ike.remoteId.trim(),
    },
    ipsec: { ...ipsec, ipsecLifetime: secondsOf(ipsec.ipsecLifetime) },
    ...(enableBgp && {
      bgp: {
        tunnelCidr: bgp.tunnelCidr,
        localBgpIp: block.ok && host.ok ? printIpv4(host.value) : '',
        localAsn: asn.ok ? asn.value : 0,
      },
    }),
  }
}

function addressOf(text: string, what: string): string {
  const address = parseIpv4(text.trim())
  return address.ok ? printIpv4(address.value) : placeholder(what)
}

function secondsOf(text: string): number {
  const seconds = parseLifetime(text.trim())
  return seconds.ok ? seconds.value : DAY
}
