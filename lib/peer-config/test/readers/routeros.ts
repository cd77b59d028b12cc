import { near } from './asa'
import { told, type Told, word } from './told'

const PHASE1 = {
  des: 'des',
  '3des': '3des',
  'aes-128': 'aes',
  'aes-192': 'aes192',
  'aes-256': 'aes256',
}
const PHASE2 = {
  des: 'des',
  '3des': '3des',
  'aes-128-cbc': 'aes',
  'aes-192-cbc': 'aes192',
  'aes-256-cbc': 'aes256',
}
const HASH = { md5: 'md5', sha1: 'sha1', sha256: 'sha256', sha384: 'sha384', sha512: 'sha512' }
const ESP_HASH = { md5: 'md5', sha1: 'sha1', sha256: 'sha256', sha512: 'sha512' }
const GROUP = { modp768: 'group1', modp1024: 'group2', modp1536: 'group5', modp2048: 'group14' }

type Item = Record<string, string>

/** Commands of RouterOS that add things, one for each IPsec peer. */
export function readRouterOs(text: string): Told[] {
  const items = (path: string): Item[] =>
    text
      .split('\n')
      .filter((line) => line.startsWith(`${path} add `))
      .map((line) => parse(line.slice(path.length + 5)))
  return items('/ip/ipsec/peer').map((peer) => {
    const profile = items('/ip/ipsec/profile').find(({ name }) => name === peer['profile']) ?? {}
    const identity = items('/ip/ipsec/identity').find((each) => each['peer'] === peer['name']) ?? {}
    const policies = items('/ip/ipsec/policy').filter((each) => each['peer'] === peer['name'])
    const proposal =
      items('/ip/ipsec/proposal').find(({ name }) => name === policies[0]?.['proposal']) ?? {}
    const bgp = items('/routing/bgp/connection').find(({ name }) => name === peer['name'])
    const instance = items('/routing/bgp/instance').find(({ name }) => name === bgp?.['instance'])
    const neighbor = bgp?.['remote.address']?.replace('/32', '')
    const remoteId = identity['remote-id'] ?? ''
    // The addresses of BGP have a policy of their own, as narrow as can be.
    const traffic = policies.filter((policy) => policy['dst-address'] !== `${neighbor}/32`)
    if (bgp && traffic.length === policies.length) throw new Error('BGP stays outside the tunnel')
    if (bgp && !near(bgp['local.address'], neighbor)) throw new Error('BGP between two blocks')
    return told({
      gateway: peer['address']?.replace('/32', ''),
      ikeVersion: peer['exchange-mode'] === 'ike2' ? 'ikev2' : 'ikev1',
      ikeMode: peer['exchange-mode'] !== 'ike2' && peer['exchange-mode'],
      ikeEncAlg: word(PHASE1, profile['enc-algorithm']),
      ikeAuthAlg: word(HASH, profile['hash-algorithm']),
      ikePfs: word(GROUP, profile['dh-group']),
      ikeLifetime: seconds(profile['lifetime']),
      localId: identity['my-id']?.replace(/^(address|fqdn|user-fqdn):/, ''),
      remoteId:
        remoteId === 'auto'
          ? peer['address']?.replace('/32', '')
          : remoteId !== 'ignore' && remoteId.replace(/^(user-)?fqdn:/, ''),
      psk: /^0x/i.test(identity['secret'] ?? '')
        ? Buffer.from(identity['secret']!.slice(2), 'hex').toString()
        : identity['secret'],
      ipsecEncAlg: word(PHASE2, proposal['enc-algorithms']),
      ipsecAuthAlg: word(ESP_HASH, proposal['auth-algorithms']),
      ipsecPfs: proposal['pfs-group'] === 'none' ? 'disabled' : word(GROUP, proposal['pfs-group']),
      ipsecLifetime: seconds(proposal['lifetime']),
      localSubnet: traffic.map((policy) => policy['src-address']),
      remoteSubnet: traffic.map((policy) => policy['dst-address']),
      dpd: profile['dpd-interval'] === 'disable-dpd' ? 'off' : 'on',
      natTraversal: profile['nat-traversal'] === 'yes' ? 'on' : 'off',
      initiator: peer['passive'] === 'no' ? 'yes' : 'no',
      mss: items('/ip/firewall/mangle').map((item) => item['new-mss']),
      tunnelAddress: bgp?.['local.address'],
      neighbor,
      neighborAsn: bgp?.['remote.as'],
      asn: bgp && (instance ?? bgp)['as'],
      hold: bgp?.['hold-time']?.replace('s', ''),
      announced:
        bgp &&
        items('/ip/firewall/address-list')
          .filter(({ list }) => list === bgp['output.network'])
          .map((item) => item['address']),
    })
  })
}

/** `name=value` pairs; in quotes a backslash takes the next sign as it stands, and a bare `$` is a variable. */
function parse(text: string): Item {
  const item: Item = {}
  for (const [, key, quoted, plain] of text.matchAll(/([\w.-]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/g)) {
    if (quoted !== undefined && /(^|[^\\])(\\\\)*[$?]/.test(quoted))
      throw new Error(`${key} is not literal`)
    item[key!] = quoted === undefined ? plain! : quoted.replaceAll(/\\(.)/g, '$1')
  }
  return item
}

const UNITS: Record<string, number> = { d: 86_400, h: 3600, m: 60, s: 1 }

const seconds = (text: string | undefined): string =>
  String(
    [...(text ?? '').matchAll(/(\d+)([dhms])/g)].reduce(
      (sum, [, count, unit]) => sum + Number(count) * UNITS[unit!]!,
      0,
    ),
  )
