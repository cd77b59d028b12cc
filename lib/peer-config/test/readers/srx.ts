import { near } from './asa'
import { every, only, told, type Told, word } from './told'

const ENCRYPTION = {
  'des-cbc': 'des',
  '3des-cbc': '3des',
  'aes-128-cbc': 'aes',
  'aes-192-cbc': 'aes192',
  'aes-256-cbc': 'aes256',
}
const HASH = {
  md5: 'md5',
  sha1: 'sha1',
  'sha-256': 'sha256',
  'sha-384': 'sha384',
  'sha-512': 'sha512',
}
const ESP_HASH = {
  'hmac-md5-96': 'md5',
  'hmac-sha1-96': 'sha1',
  'hmac-sha-256-128': 'sha256',
  'hmac-sha-384': 'sha384',
  'hmac-sha-512': 'sha512',
}

/** Set commands of Junos, one for each VPN. */
export function readSrx(text: string): Told[] {
  return [...new Set(every(text, /^set security ipsec vpn (\S+) /))].map((vpn) => {
    const of = (path: string) =>
      every(text, new RegExp(`^set ${path.replaceAll('.', '\\.')} (.*)$`)).join('\n')
    const own = of(`security ipsec vpn ${vpn}`)
    const gateway = of(`security ike gateway ${only(own, /^ike gateway (\S+)$/)}`)
    const policy = of(`security ike policy ${only(gateway, /^ike-policy (\S+)$/)}`)
    const proposal = of(`security ike proposal ${only(policy, /^proposals (\S+)$/)}`)
    const ipsecPolicy = of(`security ipsec policy ${only(own, /^ike ipsec-policy (\S+)$/)}`)
    const esp = of(`security ipsec proposal ${only(ipsecPolicy, /^proposals (\S+)$/)}`)
    const unit = only(own, /^bind-interface st0\.(\d+)$/)
    const inside = of(`interfaces st0 unit ${unit}`)
    const address = only(inside, /^family inet address (\S+)\/30$/)
    const groups = [...new Set(every(text, /^set protocols bgp group (\S+) /))].map((name) =>
      of(`protocols bgp group ${name}`),
    )
    const group = groups.find((each) => near(only(each, /^neighbor (\S+) peer-as/), address)) ?? ''
    const exported = only(group, /^export (\S+)$/)
    const terms = of(`policy-options policy-statement ${exported}`)
    const list = only(terms, /^term lan from prefix-list (\S+)$/)
    if (only(proposal, /^authentication-method (\S+)$/) !== 'pre-shared-keys')
      throw new Error('no keys')
    return told({
      gateway: only(gateway, /^address (\S+)$/),
      ikeVersion: word(
        { 'v1-only': 'ikev1', 'v2-only': 'ikev2' },
        only(gateway, /^version (\S+)$/),
      ),
      ikeMode: only(policy, /^mode (\S+)$/),
      ikeEncAlg: word(ENCRYPTION, only(proposal, /^encryption-algorithm (\S+)$/)),
      ikeAuthAlg: word(HASH, only(proposal, /^authentication-algorithm (\S+)$/)),
      ikePfs: only(proposal, /^dh-group (\S+)$/),
      ikeLifetime: only(proposal, /^lifetime-seconds (\d+)$/),
      localId: only(gateway, /^local-identity (?:inet|hostname|user-at-hostname) (\S+)$/),
      remoteId: only(gateway, /^remote-identity (?:inet|hostname|user-at-hostname) (\S+)$/),
      psk: unquote(only(policy, /^pre-shared-key ascii-text (.*)$/) ?? ''),
      ipsecEncAlg: word(ENCRYPTION, only(esp, /^encryption-algorithm (\S+)$/)),
      ipsecAuthAlg: word(ESP_HASH, only(esp, /^authentication-algorithm (\S+)$/)),
      ipsecPfs: only(ipsecPolicy, /^perfect-forward-secrecy keys (\S+)$/) ?? 'disabled',
      ipsecLifetime: only(esp, /^lifetime-seconds (\d+)$/),
      localSubnet: own.includes('traffic-selector') ? every(own, /local-ip (\S+)/) : '0.0.0.0/0',
      remoteSubnet: own.includes('traffic-selector') ? every(own, /remote-ip (\S+)/) : '0.0.0.0/0',
      dpd: gateway.includes('dead-peer-detection always-send') ? 'on' : 'off',
      natTraversal: gateway.includes('no-nat-traversal') ? 'off' : 'on',
      initiator: own.includes('establish-tunnels immediately') ? 'yes' : 'no',
      mtu: only(inside, /^family inet mtu (\d+)$/),
      mss: only(text, /^set security flow tcp-mss ipsec-vpn mss (\d+)$/),
      tunnelAddress: address,
      neighbor: only(group, /^neighbor (\S+) peer-as \d+$/),
      neighborAsn: only(group, /^neighbor \S+ peer-as (\d+)$/),
      hold: only(group, /^hold-time (\d+)$/),
      asn: group === '' ? undefined : only(text, /^set routing-options autonomous-system (\d+)$/),
      announced: list && every(text, new RegExp(`^set policy-options prefix-list ${list} (\\S+)$`)),
      health: every(text, /^set routing-options static route (\S+)\/32 next-hop st0/),
    })
  })
}

/** Junos: in quotes a backslash takes the next sign as it stands. */
export function unquote(text: string): string {
  if (!/^"(?:[^"\\]|\\.)*"$/.test(text)) throw new Error('the quotes do not close')
  return text.slice(1, -1).replaceAll(/\\(.)/g, '$1')
}
