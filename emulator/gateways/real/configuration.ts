import type { CustomerGateway, Tunnel, VpnConnection } from '../../state/vpn-records'

// Built from the parameters of the API alone, as the cloud does: the console's texts for the other end share nothing with it.

const CIPHERS: Record<string, string> = {
  aes: 'aes128',
  aes192: 'aes192',
  aes256: 'aes256',
  des: 'des',
  '3des': '3des',
}
const GROUPS: Record<string, string> = {
  group1: 'modp768',
  group2: 'modp1024',
  group5: 'modp1536',
  group14: 'modp2048',
}

/** What charon calls the connection of a tunnel. */
export const nameOf = ({ id }: VpnConnection, { TunnelIndex }: Tunnel): string =>
  `${id}-${TunnelIndex}`

/** Seconds after which a peer that is silent is asked whether it is alive. */
const DPD_SECONDS = 10

/** The swanctl.conf of one tunnel's gateway. */
export function swanctlConf(
  connection: VpnConnection,
  tunnel: Tunnel,
  { IpAddress }: CustomerGateway,
): string {
  const { ike, ipsec } = tunnel
  const selectors = selectorsOf(connection, tunnel)
  const name = nameOf(connection, tunnel)
  const localId = ike.LocalId || tunnel.InternetIp
  const remoteId = ike.RemoteId || IpAddress
  const esp = [CIPHERS[ipsec.IpsecEncAlg], ipsec.IpsecAuthAlg, GROUPS[ipsec.IpsecPfs]].filter(
    Boolean,
  )
  return `
connections {
  ${name} {
    version = ${ike.IkeVersion === 'ikev1' ? 1 : 2}
    aggressive = ${ike.IkeVersion === 'ikev1' && ike.IkeMode === 'aggressive' ? 'yes' : 'no'}
    local_addrs = ${tunnel.InternetIp}
    remote_addrs = ${IpAddress}
    proposals = ${CIPHERS[ike.IkeEncAlg]}-${ike.IkeAuthAlg}-${GROUPS[ike.IkePfs]}
    rekey_time = 0
    over_time = ${ike.IkeLifetime}s
    keyingtries = ${connection.EffectImmediately ? 0 : 1}
    dpd_delay = ${tunnel.EnableDpd ? DPD_SECONDS : 0}s
    dpd_timeout = ${3 * DPD_SECONDS}s
    mobike = no
    local {
      auth = psk
      id = ${quoted(localId)}
    }
    remote {
      auth = psk
      id = ${quoted(remoteId)}
    }
    children {
      ${name} {
        local_ts = ${selectors.local}
        remote_ts = ${selectors.remote}
        esp_proposals = ${esp.join('-')}
        rekey_time = 0
        life_time = ${ipsec.IpsecLifetime}s
        start_action = ${connection.EffectImmediately ? 'start' : 'none'}
        dpd_action = ${connection.EffectImmediately ? 'restart' : 'clear'}
      }
    }
  }
}
secrets {
  ike-${name} {
    id-1 = ${quoted(localId)}
    id-2 = ${quoted(remoteId)}
    secret = 0x${Buffer.from(ike.Psk).toString('hex')}
  }
}
`
}

/** An identifier is any text: without quotes it could end its own line and begin another. */
const quoted = (text: string): string => JSON.stringify(text)

// Where networks of a VPC and of a site can be: RFC 1918, RFC 6598.
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']

/**
 * What a gateway takes into its tunnel. charon's own ESP knows no interfaces, so two tunnels of one device that both took
 * everything would be one: with two, each is narrowed to its own block and private networks, as IKEv2 lets a responder do.
 */
export const selectorsOf = ({ dual, EnableBgp, ...connection }: VpnConnection, tunnel: Tunnel) =>
  dual && EnableBgp && connection.LocalSubnet === '0.0.0.0/0'
    ? { local: [tunnel.bgp.TunnelCidr, ...PRIVATE].join(', '), remote: '0.0.0.0/0' }
    : { local: connection.LocalSubnet, remote: connection.RemoteSubnet }

/** The frr.conf of one tunnel's gateway: eBGP with the device. What it announces comes when the router says it. */
export const frrConf = ({ bgp }: Tunnel, asn: number, peer: string): string => `
frr defaults datacenter
router bgp ${bgp.LocalAsn}
 bgp router-id ${bgp.LocalBgpIp}
 no bgp ebgp-requires-policy
 no bgp network import-check
 neighbor ${peer} remote-as ${asn}
 neighbor ${peer} timers 10 30
 neighbor ${peer} timers connect 5
 address-family ipv4 unicast
  neighbor ${peer} activate
 exit-address-family
exit
`
