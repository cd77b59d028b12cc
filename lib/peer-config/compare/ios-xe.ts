import { blockOf, reading, said, type Side, textOf } from './side'

/** A line and those below it that are further in. */
interface Line {
  text: string
  below: Line[]
}

/** Reads the tunnels of a running configuration of IOS-XE, through the objects that name each other. */
export function readIosXe(text: string): Side[] {
  const config = tree(text)
  return config
    .filter((line) => /^interface Tunnel/i.test(line.text))
    .flatMap((line) => {
      const side = sideOf(line, config)
      return side ? [side] : []
    })
}

/** Lines by indentation; `!` lines and `exit` mean nothing. */
function tree(text: string): Line[] {
  const root: Line[] = []
  const open: { indent: number; below: Line[] }[] = [{ indent: -1, below: root }]
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd().replace(/^[\w.-]+(\(config[^)]*\))?#/, '')
    if (/^\s*(!.*|exit|end)?$/.test(line)) continue
    const indent = line.length - line.trimStart().length
    while ((open.at(-1)?.indent ?? -1) >= indent && open.length > 1) open.pop()
    const node: Line = { text: line.trim(), below: [] }
    open.at(-1)?.below.push(node)
    open.push({ indent, below: node.below })
  }
  return root
}

const find = (lines: readonly Line[] | undefined, start: string): Line | undefined =>
  lines?.find(({ text }) => text === start || text.startsWith(`${start} `))
/** What follows the given words, in the first line that starts with them. */
const after = (lines: readonly Line[] | undefined, start: string): string | undefined =>
  find(lines, start)?.text.slice(start.length).trim()
/** The words that follow in all lines that start with them. */
const all = (lines: readonly Line[], start: string): string[] =>
  lines
    .filter(({ text }) => text.startsWith(`${start} `))
    .flatMap(({ text }) => text.slice(start.length).trim().split(/\s+/))

function sideOf({ text, below }: Line, config: Line[]): Side | undefined {
  const [, list, profileName] =
    /^(?:policy ipv4 (\S+) )?profile (\S+)/.exec(after(below, 'tunnel protection ipsec') ?? '') ??
    []
  if (profileName === undefined) return undefined
  const gateway = after(below, 'tunnel destination')
  const profile = find(config, `crypto ipsec profile ${profileName}`)?.below
  const set = after(profile, 'set transform-set')
  const [encryption, authentication] = transforms(
    after(config, `crypto ipsec transform-set ${set}`),
  )
  const v2 = after(profile, 'set ikev2-profile')
  const phase1 = v2 === undefined ? isakmp(config, profile, gateway) : ikev2(config, v2, gateway)
  const address = after(below, 'ip address')?.split(' ')[0]
  const flows = selectors(config, list)
  return {
    name: text.replace(/^interface /, ''),
    encrypted: phase1.encrypted,
    says: {
      ...said({
        gateway,
        ipsecEncAlg: encryption,
        ipsecAuthAlg: authentication,
        ipsecPfs: after(profile, 'set pfs'),
        ipsecLifetime:
          after(profile, 'set security-association lifetime seconds') ??
          after(config, 'crypto ipsec security-association lifetime seconds'),
        localSubnet: flows?.local ?? '0.0.0.0/0',
        remoteSubnet: flows?.remote ?? '0.0.0.0/0',
        natTraversal: find(config, 'no crypto ipsec nat-transparency udp-encapsulation') && 'off',
        tunnelAddress: address,
      }),
      ...said(phase1.values),
      ...bgp(config, address),
    },
    hidden: {
      ikeMode: ['main'],
      ikeLifetime: ['86400'],
      ipsecPfs: ['disabled'],
      ipsecLifetime: ['3600'],
      dpd: ['off'],
      natTraversal: ['on'],
      initiator: ['yes'],
      // Policies of IKEv1 that say nothing: DES, SHA-1, group 1.
      ...(v2 === undefined && { ikeEncAlg: ['des'], ikeAuthAlg: ['sha1'], ikePfs: ['group1'] }),
    },
  }
}

const AES: Record<string, string> = { '128': 'aes', '192': 'aes192', '256': 'aes256' }

function transforms(text: string | undefined): [string | undefined, string | undefined] {
  const [, cipher, bits = '128', hash] =
    /^esp-(des|3des|aes)(?: (\d+))? esp-(\w+)-hmac/.exec(text ?? '') ?? []
  return [cipher === 'aes' ? AES[bits] : cipher, hash === 'sha' ? 'sha1' : hash]
}

const ENCRYPTION = reading({
  'aes-cbc-128': 'aes',
  'aes-cbc-192': 'aes192',
  'aes-cbc-256': 'aes256',
})
const groups = (numbers: string[]) => numbers.map((number) => `group${number}`)

/** A key in clear, by its bytes, or encrypted with the master key of the device. */
function keyOf(words: string | undefined): { psk?: string; encrypted: boolean } {
  const text = words?.replace(/^(local|remote) /, '')
  if (text === undefined) return { encrypted: false }
  if (text.startsWith('6 ')) return { encrypted: true }
  if (text.startsWith('hex ')) return { encrypted: false, psk: textOf(text.slice(4)) }
  return { encrypted: false, psk: text.replace(/^0 /, '') }
}

function ikev2(config: Line[], name: string, gateway: string | undefined) {
  const profile = find(config, `crypto ikev2 profile ${name}`)?.below
  const ring = find(config, `crypto ikev2 keyring ${after(profile, 'keyring local')}`)?.below
  const entry = ring?.find(({ below }) => after(below, 'address')?.split(' ')[0] === gateway)
  const offered = new Set(
    config
      .filter(({ text }) => text.startsWith('crypto ikev2 policy '))
      .flatMap(({ below }) => all(below, 'proposal')),
  )
  const proposals = config.filter(
    ({ text }) =>
      text.startsWith('crypto ikev2 proposal ') && offered.has(text.split(' ')[3] ?? ''),
  )
  const words = (start: string) => [...new Set(proposals.flatMap(({ below }) => all(below, start)))]
  const { psk, encrypted } = keyOf(after(entry?.below, 'pre-shared-key'))
  return {
    encrypted,
    values: {
      ikeVersion: 'ikev2',
      ikeEncAlg: words('encryption').map(ENCRYPTION),
      ikeAuthAlg: words('integrity'),
      ikePfs: groups(words('group')),
      ikeLifetime: after(profile, 'lifetime'),
      localId: after(profile, 'identity local')?.split(' ')[1],
      remoteId: after(profile, 'match identity remote')?.split(' ')[1],
      psk,
      dpd: find(profile, 'dpd') && 'on',
    },
  }
}

function isakmp(config: Line[], ipsecProfile: Line[] | undefined, gateway: string | undefined) {
  const profile = find(
    config,
    `crypto isakmp profile ${after(ipsecProfile, 'set isakmp-profile')}`,
  )?.below
  const ring = find(config, `crypto keyring ${after(profile, 'keyring')}`)?.below
  const entry = ring?.find(({ text }) => text.startsWith(`pre-shared-key address ${gateway} `))
  const global = config.find(
    ({ text }) => text.startsWith('crypto isakmp key ') && text.includes(` address ${gateway}`),
  )
  const words =
    entry?.text.replace(/^.*? key /, '') ??
    /^crypto isakmp key (.*) address /.exec(global?.text ?? '')?.[1]
  const { psk, encrypted } = keyOf(words)
  const policies = config.filter(({ text }) => text.startsWith('crypto isakmp policy '))
  const each = (start: string) => policies.map(({ below }) => after(below, start))
  const self = after(profile, 'self-identity')?.split(' ')
  return {
    encrypted,
    values: {
      ikeVersion: 'ikev1',
      ikeMode: after(profile, 'initiate mode'),
      ikeEncAlg: policies.map(({ below }) =>
        isakmpCipher(after(below, 'encryption') ?? after(below, 'encr')),
      ),
      ikeAuthAlg: each('hash').map((hash) => (hash === 'sha' ? 'sha1' : hash)),
      ikePfs: groups(each('group').flatMap((group) => group ?? [])),
      ikeLifetime: each('lifetime'),
      // The address that it sends is that of its interface, which the text does not say.
      localId: self?.[0] === 'user-fqdn' ? self[1] : undefined,
      remoteId: after(profile, 'match identity')?.split(' ')[1],
      psk,
      dpd: (find(profile, 'keepalive') ?? find(config, 'crypto isakmp keepalive')) && 'on',
    },
  }
}

const isakmpCipher = (text: string | undefined): string | undefined =>
  text?.startsWith('aes') ? AES[text.split(' ')[1] ?? '128'] : text

function selectors(config: Line[], name: string | undefined) {
  if (name === undefined) return undefined
  const pairs =
    find(config, `ip access-list extended ${name}`)?.below.map(({ text }) => text.split(/\s+/)) ??
    []
  const permits = pairs.filter((words) => words.includes('permit'))
  const at = (words: string[], offset: number) => {
    const start = words.indexOf('ip') + offset
    return blockOf(words[start], words[start + 1])
  }
  return {
    local: [...new Set(permits.map((words) => at(words, 1)))],
    remote: [...new Set(permits.map((words) => at(words, 3)))],
  }
}

/** The neighbour in the /30 of the tunnel. */
function bgp(config: Line[], address: string | undefined): Side['says'] {
  const router = config.find(({ text }) => text.startsWith('router bgp '))
  if (!router || !address) return {}
  const deep = router.below.flatMap((line) => [line, ...line.below])
  const near = address.split('.').slice(0, 3).join('.')
  const last = Number(address.split('.')[3])
  const neighbor = deep
    .map(({ text }) => /^neighbor (\S+) remote-as (\S+)/.exec(text))
    .find(
      (match) =>
        match?.[1]?.startsWith(`${near}.`) && Number(match[1].split('.')[3]) >> 2 === last >> 2,
    )
  return said({
    asn: router.text.split(' ')[2],
    neighbor: neighbor?.[1],
    neighborAsn: neighbor?.[2],
  })
}
