import { unquote } from './srx'
import { every, only, told, type Told, word } from './told'

const ENCRYPTION = {
  '3des': '3des',
  'aes-128-cbc': 'aes',
  'aes-192-cbc': 'aes192',
  'aes-256-cbc': 'aes256',
}
const HASH = { md5: 'md5', sha1: 'sha1', sha256: 'sha256', sha384: 'sha384', sha512: 'sha512' }
const UNITS: Record<string, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 }

/** Set commands of PAN-OS, one for each IPsec tunnel. */
export function readPanOs(text: string): Told[] {
  return [...new Set(every(text, /^set network tunnel ipsec (\S+) /))].map((name) => {
    const of = (path: string) =>
      every(text, new RegExp(`^set ${path.replaceAll('.', '\\.')} (.*)$`)).join('\n')
    const tunnel = of(`network tunnel ipsec ${name}`)
    const gateway = of(`network ike gateway ${only(tunnel, /^auto-key ike-gateway (\S+)$/)}`)
    const version = only(gateway, /^protocol version (\S+)$/)
    const own = (what: RegExp) => only(gateway, new RegExp(`^protocol ${version} ${what.source}`))
    const ike = of(
      `network ike crypto-profiles ike-crypto-profiles ${own(/ike-crypto-profile (\S+)$/)}`,
    )
    const esp = of(
      `network ike crypto-profiles ipsec-crypto-profiles ${only(tunnel, /^auto-key ipsec-crypto-profile (\S+)$/)}`,
    )
    const unit = only(tunnel, /^tunnel-interface (\S+)$/)
    const inside = of(`network interface tunnel units ${unit}`)
    const bgp = of('network virtual-router \\S+ protocol bgp')
    const peer = every(bgp, /^peer-group (\S+) type ebgp$/).find((group) =>
      bgp.includes(`peer-group ${group} peer ${group} local-address interface ${unit} `),
    )
    const peering = (what: RegExp) =>
      peer ? only(bgp, new RegExp(`^peer-group ${peer} peer ${peer} ${what.source}`)) : undefined
    const rule = only(bgp, new RegExp(`^policy export rules (\\S+) used-by ${peer}$`))
    const pairs = every(tunnel, /^auto-key proxy-id \S+ (local \S+ remote \S+) protocol any$/)
    if (!text.includes(`network layer3 ${unit}`)) throw new Error('no zone')
    return told({
      gateway: only(gateway, /^peer-address ip (\S+)$/),
      ikeVersion: version,
      ikeMode: own(/exchange-mode (\S+)$/),
      ikeEncAlg: word(ENCRYPTION, only(ike, /^encryption (\S+)$/)),
      ikeAuthAlg: word(HASH, only(ike, /^hash (\S+)$/)),
      ikePfs: only(ike, /^dh-group (\S+)$/),
      ikeLifetime: seconds(only(ike, /^lifetime (.*)$/)),
      localId: only(gateway, /^local-id type \S+ id (\S+)$/),
      remoteId: only(gateway, /^peer-id type \S+ id (\S+)$/),
      psk: unquote(only(gateway, /^authentication pre-shared-key key (.*)$/) ?? ''),
      ipsecEncAlg: word(ENCRYPTION, only(esp, /^esp encryption (\S+)$/)),
      ipsecAuthAlg: word(HASH, only(esp, /^esp authentication (\S+)$/)),
      ipsecPfs: only(esp, /^dh-group (\S+)$/)?.replace('no-pfs', 'disabled'),
      ipsecLifetime: seconds(only(esp, /^lifetime (.*)$/)),
      localSubnet: pairs.length > 0 ? pairs.map((pair) => pair.split(' ')[1]) : '0.0.0.0/0',
      remoteSubnet: pairs.length > 0 ? pairs.map((pair) => pair.split(' ')[3]) : '0.0.0.0/0',
      dpd: own(/dpd enable (\S+)$/) === 'yes' ? 'on' : 'off',
      natTraversal:
        only(gateway, /^protocol-common nat-traversal enable (\S+)$/) === 'yes' ? 'on' : 'off',
      initiator: only(gateway, /^protocol-common passive-mode (\S+)$/) === 'no' ? 'yes' : 'no',
      mtu: only(inside, /^mtu (\d+)$/),
      tunnelAddress: only(inside, /^ip (\S+)\/30$/),
      neighbor: peering(/peer-address ip (\S+)$/),
      neighborAsn: peering(/peer-as (\d+)$/),
      hold: peering(/connection-options hold-time (\d+)$/),
      asn: peer && only(bgp, /^local-as (\d+)$/),
      announced: every(
        bgp,
        new RegExp(`^policy export rules ${rule} match address-prefix (\\S+) exact yes$`),
      ),
    })
  })
}

/** PAN-OS takes seconds up to 65535 and minutes up to 65535. */
function seconds(text: string | undefined): string | undefined {
  const [unit = '', count = ''] = text?.split(' ') ?? []
  if (Number(count) > 65_535) throw new Error(`${count} ${unit} is too much`)
  return String(Number(count) * (UNITS[unit] ?? Number.NaN))
}
