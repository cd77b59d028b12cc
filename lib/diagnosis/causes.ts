/** Why a tunnel, its BGP session or its data path is down; the words are in the catalogue under `diagnosis.causes`. */
export const CAUSES = [
  'psk',
  'identity',
  'ikeProposal',
  'ipsecProposal',
  'pfs',
  'ikeMode',
  'ikeVersion',
  'selectors',
  'gatewayAddress',
  'silent',
  'dpd',
  'bgpAsn',
  'bgp',
  'health',
  'unknown',
] as const
export type Cause = (typeof CAUSES)[number]

/**
 * The cause that an error code of DiagnoseVpnConnections names. Alibaba, "Troubleshoot IPsec-VPN connection issues":
 * codes are words such as PskMismatch, and there are more than are listed, so they are read by what they speak of.
 */
export function causeOfCode(code: string): Cause | undefined {
  if (code === '') return undefined
  return CODES.find(([form]) => form.test(code))?.[1] ?? 'unknown'
}

const CODES: readonly (readonly [RegExp, Cause])[] = [
  [/psk|presharedkey/i, 'psk'],
  [/asn|bgp/i, 'bgpAsn'],
  [/pfs/i, 'pfs'],
  [/version/i, 'ikeVersion'],
  [/modemismatch/i, 'ikeMode'],
  [/selector|flow|subnet|childconfig/i, 'selectors'],
  [/peerid|localid|remoteid|idmismatch|identity/i, 'identity'],
  [/peermismatch|criticalpayload/i, 'gatewayAddress'],
  [/^ipsec|^encryptionalgorithm|^proposal|phase2|^esp/i, 'ipsecProposal'],
  [/algorithm|dhgroup|proposal/i, 'ikeProposal'],
  [/dpd/i, 'dpd'],
  [/timeout|retransmit|noresponse|unreachable/i, 'silent'],
]

/** Where in the connection's form a cause is mended, below the connection; `tunnel` is 0 or 1. */
export function fieldsOf(cause: Cause, tunnel: number): string[] {
  const at = `tunnels.${tunnel}`
  const fields: Partial<Record<Cause, string[]>> = {
    psk: [`${at}.psk`],
    identity: [`${at}.ike.localId`, `${at}.ike.remoteId`],
    ikeProposal: [`${at}.ike.ikeEncAlg`, `${at}.ike.ikeAuthAlg`, `${at}.ike.ikePfs`],
    ipsecProposal: [`${at}.ipsec.ipsecEncAlg`, `${at}.ipsec.ipsecAuthAlg`, `${at}.ipsec.ipsecPfs`],
    pfs: [`${at}.ipsec.ipsecPfs`],
    ikeMode: [`${at}.ike.ikeMode`],
    ikeVersion: [`${at}.ike.ikeVersion`],
    selectors: ['localSubnet', 'remoteSubnet'],
    gatewayAddress: [`${at}.customerGatewayId`],
    silent: [`${at}.customerGatewayId`, 'effectImmediately'],
    dpd: [`${at}.enableDpd`],
    bgpAsn: [`${at}.customerGatewayId`, `${at}.bgp.localAsn`],
    bgp: [`${at}.bgp.localBgpIp`],
    health: ['healthCheck.sip', 'healthCheck.dip'],
  }
  return fields[cause] ?? []
}
