import { ANYONE, reading, said, type Side, textOf } from './side'

/** A node of the configuration: its values are the names of the nodes below that have nothing below them. */
interface Node {
  below: Map<string, Node>
}

const node = (): Node => ({ below: new Map() })

/** Reads the site-to-site peers of VyOS, from set commands or from the form with braces. */
export function readVyos(text: string): Side[] {
  const root = node()
  for (const path of text.includes('{') && !/^\s*set /m.test(text)
    ? braces(text)
    : commands(text)) {
    let at = root
    for (const word of path) {
      const next = at.below.get(word) ?? node()
      at.below.set(word, next)
      at = next
    }
  }
  return [...(find(root, 'vpn ipsec site-to-site peer')?.below ?? [])].map(([name, peer]) =>
    sideOf(name, peer, root),
  )
}

/** Words apart by blanks; one in single quotes keeps its blanks. */
const words = (text: string): string[] =>
  [...text.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  )

const commands = (text: string): string[][] =>
  text
    .split('\n')
    .map((line) => /(?:^|\s)set (.*)$/.exec(line)?.[1])
    .flatMap((command) => (command === undefined ? [] : [words(command)]))

function braces(text: string): string[][] {
  const paths: string[][] = []
  const open: string[][] = []
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (line === '') continue
    if (line === '}') open.pop()
    else if (line.endsWith('{')) {
      open.push(words(line.slice(0, -1)))
      paths.push(open.flat())
    } else paths.push([...open.flat(), ...words(line)])
  }
  return paths
}

const find = (from: Node | undefined, path: string): Node | undefined =>
  path.split(' ').reduce<Node | undefined>((at, word) => at?.below.get(word), from)
const values = (from: Node | undefined, path: string): string[] => [
  ...(find(from, path)?.below.keys() ?? []),
]
const one = (from: Node | undefined, path: string): string | undefined => values(from, path)[0]

const CIPHERS = reading({ aes128: 'aes' })

function sideOf(name: string, peer: Node, root: Node): Side {
  const ikeGroup = find(root, `vpn ipsec ike-group ${one(peer, 'ike-group')}`)
  const espName = one(peer, 'vti esp-group') ?? one(peer, 'default-esp-group')
  const espGroup = find(root, `vpn ipsec esp-group ${espName}`)
  const ike = proposals(ikeGroup)
  const esp = proposals(espGroup)
  const ids = {
    local: one(peer, 'authentication local-id'),
    remote: one(peer, 'authentication remote-id'),
  }
  const vti = one(peer, 'vti bind')
  const tunnels = [...(find(peer, 'tunnel')?.below.values() ?? [])]
  const prefixes = (side: string) =>
    vti === undefined
      ? [...new Set(tunnels.flatMap((tunnel) => values(tunnel, `${side} prefix`)))]
      : ['0.0.0.0/0']
  const address = one(root, `interfaces vti ${vti} address`)?.split('/')[0]
  const neighbors = [...(find(root, 'protocols bgp neighbor')?.below ?? [])]
  const [neighbor, settings] = neighbors.find(([other]) => sameBlock(other, address)) ?? []
  const type = one(peer, 'connection-type')
  return {
    name,
    encrypted: false,
    says: said({
      gateway: one(peer, 'remote-address'),
      ikeVersion: one(ikeGroup, 'key-exchange'),
      ikeMode: one(ikeGroup, 'mode'),
      ikeEncAlg: ike.encryption,
      ikeAuthAlg: ike.hash,
      ikePfs: ike.group,
      ikeLifetime: one(ikeGroup, 'lifetime'),
      localId: ids.local,
      remoteId: ids.remote,
      psk: secretOf(root, ids),
      ipsecEncAlg: esp.encryption,
      ipsecAuthAlg: esp.hash,
      ipsecPfs: pfs(one(espGroup, 'pfs'), ike.group),
      ipsecLifetime: one(espGroup, 'lifetime'),
      localSubnet: prefixes('local'),
      remoteSubnet: prefixes('remote'),
      dpd: find(ikeGroup, 'dead-peer-detection') && 'on',
      natTraversal: find(peer, 'force-udp-encapsulation') && 'on',
      initiator: type && (type === 'initiate' ? 'yes' : 'no'),
      tunnelAddress: address,
      neighbor,
      asn: one(root, 'protocols bgp system-as'),
      neighborAsn: one(settings, 'remote-as'),
    }),
    hidden: {
      ikeVersion: ['ikev1', 'ikev2'],
      ikeMode: ['main'],
      remoteId: [ANYONE],
      ikeEncAlg: ['aes'],
      ikeAuthAlg: ['sha1'],
      ikePfs: ['group2'],
      ikeLifetime: ['28800'],
      ipsecEncAlg: ['aes'],
      ipsecAuthAlg: ['sha1'],
      ipsecPfs: ike.group.length > 0 ? ike.group : ['group2'],
      ipsecLifetime: ['3600'],
      dpd: ['off'],
      natTraversal: ['on'],
      initiator: ['yes'],
    },
  }
}

function proposals(group: Node | undefined) {
  const each = (key: string) =>
    [...(find(group, 'proposal')?.below.values() ?? [])].flatMap((proposal) =>
      values(proposal, key),
    )
  return {
    encryption: each('encryption').map((word) => CIPHERS(word) ?? word),
    hash: each('hash'),
    group: each('dh-group').map((number) => `group${number}`),
  }
}

/** `enable` is the group of phase 1. */
const pfs = (word: string | undefined, ikeGroups: string[]): string | string[] | undefined =>
  word === 'enable' ? ikeGroups : word === 'disable' ? 'disabled' : word?.replace(/^dh-/, '')

/** The key whose ids are those of the peer. VyOS hands it to strongSwan, which reads 0x as bytes. */
function secretOf(root: Node, ids: { local?: string | undefined; remote?: string | undefined }) {
  const entries = [...(find(root, 'vpn ipsec authentication psk')?.below.values() ?? [])]
  const fitting = entries.find((entry) => {
    const owners = values(entry, 'id')
    return [ids.local, ids.remote].every((id) => id === undefined || owners.includes(id))
  })
  const secret = one(fitting, 'secret')
  return secret !== undefined && /^0x/i.test(secret) ? textOf(secret.slice(2)) : secret
}

const sameBlock = (a: string, b: string | undefined): boolean => {
  const [one30, other30] = [a, b ?? ''].map((address) => {
    const octets = address.split('.').map(Number)
    return [...octets.slice(0, 3), (octets[3] ?? 0) >> 2].join('.')
  })
  return one30 === other30
}
