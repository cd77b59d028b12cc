import { ANYONE, blockOf, type Parameter, reading, said, type Side, textOf } from './side'

/** What `config` and `edit` open: settings, and what lies inside. */
interface Node {
  set: Map<string, string[]>
  parts: Map<string, Node>
}

const node = (): Node => ({ set: new Map(), parts: new Map() })

/** Reads the tunnels of a FortiOS configuration, one side for each phase 1. */
export function readFortios(text: string): Side[] {
  const config = tree(text)
  return [...(config.parts.get('vpn ipsec phase1-interface')?.parts ?? [])].map(([name, phase1]) =>
    sideOf(name, phase1, config),
  )
}

function tree(text: string): Node {
  const root = node()
  const open = [root]
  for (const raw of text.split('\n')) {
    const line = raw.trim().replace(/^[\w-]+ (\([^)]*\) )?[#$] /, '')
    const [word, ...rest] = words(line)
    if (word === 'config' || word === 'edit') {
      const parent = open.at(-1) ?? root
      const name = rest.join(' ')
      const known = parent.parts.get(name) ?? node()
      parent.parts.set(name, known)
      open.push(known)
    } else if ((word === 'next' || word === 'end') && open.length > 1) open.pop()
    else if (word === 'set') open.at(-1)?.set.set(rest[0] ?? '', rest.slice(1))
  }
  return root
}

/** Words apart by blanks; in quotes a backslash takes the sign after it as it stands. */
const words = (line: string): string[] =>
  [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll(/\\(.)/g, '$1'),
  )

function sideOf(name: string, phase1: Node, config: Node): Side {
  const one = (key: string) => phase1.set.get(key)?.[0]
  const phases2 = [
    ...(config.parts.get('vpn ipsec phase2-interface')?.parts.values() ?? []),
  ].filter(({ set }) => set.get('phase1name')?.[0] === name)
  const two = (key: string) => phases2[0]?.set.get(key)
  const ike = proposals(phase1.set.get('proposal'))
  const ipsec = proposals(two('proposal'))
  const secret = phase1.set.get('psksecret')
  const encrypted = secret?.[0] === 'ENC'
  const device = config.parts.get('system interface')?.parts.get(name)?.set
  const neighbor = device?.get('remote-ip')?.[0]
  const bgp = config.parts.get('router bgp')
  const entry = neighbor === undefined ? undefined : bgp?.parts.get('neighbor')?.parts.get(neighbor)
  const subnets = (key: string) => phases2.map(({ set }) => blockOf(...pairOf(set.get(key))))
  const lacks = (part: string) => !config.parts.has(part)
  return {
    name,
    encrypted,
    notPasted: [
      ...(lacks('vpn ipsec phase2-interface') ? PHASE_2 : []),
      ...(lacks('system interface') ? (['tunnelAddress', 'neighbor', 'neighborAsn'] as const) : []),
      ...(lacks('router bgp') ? (['neighbor', 'asn', 'neighborAsn'] as const) : []),
    ],
    says: said({
      gateway: one('remote-gw'),
      ikeVersion: one('ike-version') && `ikev${one('ike-version')}`,
      ikeMode: one('mode'),
      ikeEncAlg: ike.encryption,
      ikeAuthAlg: ike.authentication,
      ikePfs: phase1.set.get('dhgrp')?.map((group) => `group${group}`),
      ikeLifetime: one('keylife'),
      localId: one('localid'),
      remoteId: one('peerid'),
      psk: encrypted ? undefined : keyOf(secret?.[0]),
      ipsecEncAlg: ipsec.encryption,
      ipsecAuthAlg: ipsec.authentication,
      ipsecPfs:
        two('pfs')?.[0] === 'disable' ? 'disabled' : two('dhgrp')?.map((group) => `group${group}`),
      ipsecLifetime: two('keylifeseconds')?.[0],
      localSubnet: [...new Set(subnets('src-subnet'))],
      remoteSubnet: [...new Set(subnets('dst-subnet'))],
      dpd: one('dpd') && (one('dpd') === 'disable' ? 'off' : 'on'),
      natTraversal: one('nattraversal') && (one('nattraversal') === 'disable' ? 'off' : 'on'),
      initiator:
        one('passive-mode') === 'enable'
          ? 'no'
          : two('auto-negotiate')?.[0] === 'enable'
            ? 'yes'
            : undefined,
      tunnelAddress: device?.get('ip')?.[0],
      neighbor: entry && neighbor,
      asn: bgp?.set.get('as')?.[0],
      neighborAsn: entry?.set.get('remote-as')?.[0],
    }),
    hidden: {
      // What a phase 2 does by itself holds only where one was seen.
      ...(lacks('vpn ipsec phase2-interface') ? {} : PHASE_2_HIDDEN),
      ikeVersion: ['ikev1'],
      remoteId: [ANYONE],
      ikeMode: ['main'],
      ikeLifetime: ['86400'],
      dpd: ['on'],
      natTraversal: ['on'],
    },
  }
}

const PHASE_2_HIDDEN = {
  ipsecLifetime: ['43200'],
  localSubnet: ['0.0.0.0/0'],
  remoteSubnet: ['0.0.0.0/0'],
  initiator: ['no'],
}
const PHASE_2: readonly Parameter[] = [
  'ipsecEncAlg',
  'ipsecAuthAlg',
  'ipsecPfs',
  'ipsecLifetime',
  'localSubnet',
  'remoteSubnet',
  'initiator',
]

const pairOf = (values: string[] | undefined): [string | undefined, string | undefined] => [
  values?.[0],
  values?.[1],
]

const CIPHERS = reading({ aes128: 'aes' })

function proposals(list: string[] | undefined) {
  const parts = list?.map((proposal) => proposal.split('-')) ?? []
  return {
    encryption: [...new Set(parts.map(([cipher]) => CIPHERS(cipher)))],
    authentication: [...new Set(parts.map(([, hash]) => hash))],
  }
}

/** FortiOS: a key that starts with 0x is given by its bytes. */
const keyOf = (text: string | undefined): string | undefined =>
  text !== undefined && /^0x([0-9a-f]{2})+$/i.test(text) ? textOf(text.slice(2)) : text
