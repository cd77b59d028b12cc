import { told, type Told, word } from './told'

/** Headings with the settings below them. */
function blocks(text: string): { title: string; get: (label: string) => string | undefined }[] {
  const all = text.split('\n')
  const starts = all.flatMap((line, at) => (/^-+$/.test(line) ? [at - 1] : []))
  return starts.map((at, index) => {
    const settings = new Map(
      all.slice(at + 2, starts[index + 1]).flatMap((line) => {
        const [, label, value] = /^([^:#]+): (.*)$/.exec(line) ?? []
        return label ? [[label, value ?? ''] as const] : []
      }),
    )
    return { title: all[at] ?? '', get: (label) => settings.get(label) }
  })
}

/** The blocks of each tunnel: from one start to the next. */
function perTunnel(text: string, isStart: (title: string) => boolean) {
  const groups: ReturnType<typeof blocks>[] = []
  for (const each of blocks(text)) {
    if (isStart(each.title)) groups.push([])
    groups.at(-1)?.push(each)
  }
  return groups
}

const AES = { 'AES 128 bits': 'aes', 'AES 192 bits': 'aes192', 'AES 256 bits': 'aes256' }
const SHA = { SHA1: 'sha1', SHA256: 'sha256', SHA384: 'sha384', SHA512: 'sha512' }
const groupOf = (text: string | undefined) =>
  text === 'off' ? 'disabled' : `group${text?.split(' ')[0]}`

export const readPfsense = (text: string): Told[] =>
  perTunnel(text, (title) => title.includes('Add P1')).map((parts) => {
    const one = (label: string) => parts[0]?.get(label)
    const phases2 = parts.filter(({ title }) => title.includes('Add P2'))
    const two = (label: string) => phases2[0]?.get(label)
    const isFlow = two('Mode') === 'Tunnel IPv4'
    const networks = (label: string) =>
      phases2.map(({ get }) => get(label)?.replace(/^Network /, ''))
    return told({
      gateway: one('Remote Gateway'),
      ikeVersion: one('Key Exchange version')?.toLowerCase(),
      ikeMode: one('Negotiation mode')?.toLowerCase(),
      ikeEncAlg: word(AES, one('Encryption Algorithm')),
      ikeAuthAlg: word(SHA, one('Hash')),
      ikePfs: groupOf(one('DH Group')),
      ikeLifetime: one('Rekey Time') ?? one('Reauth Time'),
      localId: one('My identifier')?.split(' ').at(-1),
      remoteId: one('Peer identifier')?.split(' ').at(-1),
      psk: one('Pre-Shared Key'),
      ipsecEncAlg: word(AES, two('Encryption Algorithms')),
      ipsecAuthAlg: word(SHA, two('Hash Algorithms')),
      ipsecPfs: groupOf(two('PFS key group')),
      ipsecLifetime: two('Rekey Time'),
      localSubnet: isFlow ? networks('Local Network') : '0.0.0.0/0',
      remoteSubnet: isFlow ? networks('Remote Network') : '0.0.0.0/0',
      dpd: one('Dead Peer Detection'),
      initiator: one('Child SA Start Action') === 'Initiate at start' ? 'yes' : 'no',
      mtu: parts.find(({ title }) => title.startsWith('Interfaces'))?.get('MTU'),
    })
  })

const CIPHER = { aes128: 'aes', aes192: 'aes192', aes256: 'aes256' }
const HASH = { sha1: 'sha1', sha256: 'sha256', sha384: 'sha384', sha512: 'sha512' }
const MODP = { modp1024: 'group2', modp1536: 'group5', modp2048: 'group14' }

export const readOpnsense = (text: string): Told[] =>
  perTunnel(text, (title) => title.includes('IPsec › Connections')).map((parts) => {
    const at = (title: string) => parts.find((each) => each.title.startsWith(title))
    const one = (label: string) => parts[0]?.get(label)
    const children = parts.filter(({ title }) => title === 'Children')
    const two = (label: string) => children[0]?.get(label)
    const [encryption, hash, group] = one('Proposals')?.split('-') ?? []
    const [cipher, auth, pfs] = two('ESP proposals')?.split('-') ?? []
    const networks = (label: string) => children.flatMap(({ get }) => get(label)?.split(', ') ?? [])
    if (two('Policies') === 'off' && two('Reqid') !== at('VPN › IPsec › Virtual')?.get('Reqid'))
      throw new Error('the interface is of another child')
    return told({
      gateway: one('Remote addresses'),
      ikeVersion: one('Version')?.toLowerCase(),
      ikeMode: one('Aggressive') && (one('Aggressive') === 'on' ? 'aggressive' : 'main'),
      ikeEncAlg: word(CIPHER, encryption),
      ikeAuthAlg: word(HASH, hash),
      ikePfs: word(MODP, group),
      ikeLifetime: one('Rekey time (s)'),
      localId: at('Local Authentication')?.get('ID'),
      remoteId: at('Remote Authentication')?.get('ID'),
      psk: at('VPN › IPsec › Pre-Shared Keys')?.get('Pre-Shared Key'),
      ipsecEncAlg: word(CIPHER, cipher),
      ipsecAuthAlg: word(HASH, auth),
      ipsecPfs: pfs === undefined ? 'disabled' : word(MODP, pfs),
      ipsecLifetime: two('Rekey time (s)'),
      localSubnet: networks('Local'),
      remoteSubnet: networks('Remote'),
      dpd: one('DPD delay (s)') === '0' ? 'off' : 'on',
      initiator: two('Start action') === 'Start' ? 'yes' : 'no',
      forever: one('Keyingtries') === '0' ? 'yes' : 'no',
      mtu: at('Interfaces')?.get('MTU'),
      mss: at('Firewall › Settings')?.get('Max MSS'),
    })
  })

const NAMES = {
  'DES-CBC': 'des',
  '3DES-CBC': '3des',
  'AES-128-CBC': 'aes',
  'AES-192-CBC': 'aes192',
  'AES-256-CBC': 'aes256',
}
const MAC = {
  'HMAC-MD5': 'md5',
  'HMAC-SHA1': 'sha1',
  'HMAC-SHA2-256': 'sha256',
  'HMAC-SHA2-384': 'sha384',
  'HMAC-SHA2-512': 'sha512',
}
/** With the bits that RFC 4868, RFC 2403 and RFC 2404 keep. */
const CUT = {
  'HMAC-MD5-96': 'md5',
  'HMAC-SHA1-96': 'sha1',
  'HMAC-SHA2-256-128': 'sha256',
  'HMAC-SHA2-384-192': 'sha384',
  'HMAC-SHA2-512-256': 'sha512',
}

export const readSheet = (text: string): Told[] =>
  perTunnel(text, (title) => title.endsWith('phase 1')).map((parts) => {
    const one = (label: string) => parts[0]?.get(label)
    const two = (label: string) => parts[1]?.get(label)
    const bgp = parts.find(({ title }) => title.endsWith('BGP'))
    const pairs =
      two('Selectors')
        ?.split(', ')
        .map((pair) => pair.split(' to ')) ?? []
    return told({
      gateway: one('Peer address'),
      ikeVersion: `ikev${one('IKE version')}`,
      ikeMode: one('Mode'),
      ikeEncAlg: word(NAMES, one('Encryption')),
      ikeAuthAlg: word(MAC, one('Authentication')),
      ikePfs: groupOf(one('DH group')),
      ikeLifetime: one('Lifetime')?.split(' ')[0],
      localId: one('Own identity')?.split(' ').at(-1),
      remoteId: one('Peer identity')?.split(' ').at(-1),
      psk: one('Pre-shared key'),
      ipsecEncAlg: word(NAMES, two('Encryption')),
      ipsecAuthAlg: word(CUT, two('Authentication')),
      ipsecPfs: groupOf(two('PFS')),
      ipsecLifetime: two('Lifetime')?.split(' ')[0],
      localSubnet: pairs.map(([local]) => local),
      remoteSubnet: pairs.map(([, remote]) => remote),
      dpd: one('Dead peer detection')?.split(',')[0],
      natTraversal: one('NAT traversal'),
      initiator: one('Role')?.startsWith('initiator') ? 'yes' : 'no',
      mtu: two('MTU'),
      mss: two('MSS'),
      tunnelAddress: bgp?.get('Tunnel address')?.replace('/30', ''),
      neighbor: bgp?.get('Neighbour'),
      neighborAsn: bgp?.get('Neighbour AS'),
      asn: bgp?.get('Own AS'),
    })
  })
