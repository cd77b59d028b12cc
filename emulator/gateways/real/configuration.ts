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
      id = ${localId}
    }
    remote {
      auth = psk
      id = ${remoteId}
    }
    children {
      ${name} {
        local_ts = ${connection.LocalSubnet}
        remote_ts = ${connection.RemoteSubnet}
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
    id-1 = ${localId}
    id-2 = ${remoteId}
    secret = 0x${Buffer.from(ike.Psk).toString('hex')}
  }
}
`
}
