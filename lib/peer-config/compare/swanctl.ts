import { ANYONE, reading, said, type Side, textOf } from './side'

/** A section of swanctl.conf: its keys, and the sections in it. */
interface Section {
  keys: Map<string, string>
  parts: Map<string, Section>
}

const section = (): Section => ({ keys: new Map(), parts: new Map() })

/**
 * Reads the connections of a swanctl.conf, one side for each, and the BGP of an frr.conf beside it. strongSwan:
 * swanctl.opt, settings_lexer.
 */
export function readSwanctl(text: string): Side[] {
  const file = parse(text)
  const connections = file.parts.get('connections') ?? section()
  const bgp = readBgp(text)
  return [...connections.parts].map(([name, connection]) => {
    const { says, ...side } = sideOf(name, connection, file)
    return {
      ...side,
      says: { ...says, ...bgp },
      notPasted: [
        ...(bgp.asn ? [] : (['neighbor', 'asn', 'neighborAsn'] as const)),
        ...(bgp.tunnelAddress ? [] : (['tunnelAddress'] as const)),
      ],
    }
  })
}

/** What FRR and the interfaces say, of all tunnels together: nothing there names the tunnel. */
function readBgp(text: string): Side['says'] {
  const every = (form: RegExp) => [...text.matchAll(form)].map(([, found]) => found)
  return said({
    asn: every(/^router bgp (\S+)/gm),
    neighbor: every(/^ +neighbor (\S+) remote-as /gm),
    neighborAsn: [...new Set(every(/^ +neighbor \S+ remote-as (\S+)/gm))],
    // As it is set (`ip addr add`), and as it is printed (`inet`).
    tunnelAddress: every(/^(?:ip addr add|\s+inet) (\d[\d.]+)\/30\b/gm),
  })
}

const TOKEN =
  /[ \t]*(?:#[^\n]*|(?<quoted>"(?:[^"\\]|\\[\s\S])*")|(?<sign>[{}=\n])|(?<word>[^\s{}=#"][^{}=#"\n]*))/g

/** Sections, keys and values; the last of two alike wins, `name : template` takes over what it does not say itself. */
function parse(text: string): Section {
  const root = section()
  const open = [root]
  let words: string[] = []
  let isValue = false
  const end = () => {
    const [key, ...values] = words
    if (isValue && key !== undefined) open.at(-1)?.keys.set(key.trim(), values.join(''))
    words = []
    isValue = false
  }
  for (const { groups } of text.replaceAll(/^\s*include .*$/gm, '').matchAll(TOKEN)) {
    if (groups?.['quoted'] !== undefined) words.push(unquote(groups['quoted']))
    else if (groups?.['word'] !== undefined) words.push(groups['word'].trimEnd())
    else if (groups?.['sign'] === '=' && isValue) words.push('=')
    else if (groups?.['sign'] === '=') isValue = true
    else if (groups?.['sign'] === '{') {
      const [name = '', template] = words.join(' ').split(/\s*:\s*/)
      words = []
      const parent = open.at(-1) ?? root
      const known = parent.parts.get(name.trim()) ?? section()
      if (template) inherit(known, findIn(root, template))
      parent.parts.set(name.trim(), known)
      open.push(known)
    } else if (groups?.['sign'] === '}') {
      end()
      if (open.length > 1) open.pop()
    } else if (groups?.['sign'] === '\n') end()
  }
  end()
  return root
}

const findIn = (root: Section, path: string): Section | undefined =>
  path.split('.').reduce<Section | undefined>((at, name) => at?.parts.get(name), root)

function inherit(into: Section, from: Section | undefined): void {
  if (!from) return
  for (const [key, value] of from.keys) if (!into.keys.has(key)) into.keys.set(key, value)
  for (const [name, part] of from.parts) {
    const own = into.parts.get(name) ?? section()
    inherit(own, part)
    into.parts.set(name, own)
  }
}

/** In quotes `\n`, `\r` and `\t` are control signs; any other sign after a backslash stands for itself. */
const unquote = (text: string): string =>
  text
    .slice(1, -1)
    .replaceAll(/\\([\s\S])/g, (_, sign: string) => ({ n: '\n', r: '\r', t: '\t' })[sign] ?? sign)

function sideOf(name: string, connection: Section, file: Section): Side {
  const key = (path: string) => {
    const names = path.split('.')
    const last = names.pop() ?? ''
    return findIn(connection, names.join('.') || '')?.keys.get(last)
  }
  const own = (last: string) => connection.keys.get(last)
  const children = [...(connection.parts.get('children') ?? section()).parts.values()]
  const child = (last: string) => children[0]?.keys.get(last)
  const version = { '1': 'ikev1', '2': 'ikev2' }[own('version') ?? '']
  const ids = { local: key('local.id'), remote: key('remote.id') }
  const ike = proposals(own('proposals'))
  const esp = proposals(child('esp_proposals'))
  const selectors = (last: string) =>
    children.flatMap(({ keys }) => keys.get(last)?.split(/\s*,\s*/) ?? [])
  const psk = secretOf(file, ids)
  return {
    name,
    encrypted: false,
    says: said({
      gateway: own('remote_addrs'),
      ikeVersion: version,
      ikeMode:
        own('aggressive') === undefined
          ? undefined
          : own('aggressive') === 'yes'
            ? 'aggressive'
            : 'main',
      ikeEncAlg: ike.encryption,
      ikeAuthAlg: ike.authentication,
      ikePfs: ike.group,
      ikeLifetime: total(own('rekey_time'), own('over_time')),
      localId: ids.local,
      remoteId: ids.remote,
      psk,
      ipsecEncAlg: esp.encryption,
      ipsecAuthAlg: esp.authentication,
      ipsecPfs:
        child('esp_proposals') === undefined
          ? undefined
          : esp.group.length > 0
            ? esp.group
            : 'disabled',
      ipsecLifetime: seconds(child('life_time')) ?? total(child('rekey_time')),
      localSubnet: [...new Set(selectors('local_ts'))],
      remoteSubnet: [...new Set(selectors('remote_ts'))],
      dpd:
        own('dpd_delay') === undefined ? undefined : seconds(own('dpd_delay')) === 0 ? 'off' : 'on',
      natTraversal: own('encap') === undefined ? undefined : 'on',
      initiator:
        child('start_action') === undefined
          ? undefined
          : child('start_action') === 'none'
            ? 'no'
            : 'yes',
    }),
    hidden: {
      ikeVersion: ['ikev1', 'ikev2'],
      ikeMode: ['main'],
      remoteId: [ANYONE],
      ikeLifetime: ['15840'],
      ipsecLifetime: ['3960'],
      localSubnet: ['dynamic'],
      remoteSubnet: ['dynamic'],
      dpd: ['off'],
      natTraversal: ['on'],
      initiator: ['no'],
      ...(own('local_addrs') !== undefined && { localId: [own('local_addrs') ?? ''] }),
    },
  }
}

const ENCRYPTION: Record<string, string> = {
  aes128: 'aes',
  aes192: 'aes192',
  aes256: 'aes256',
  des: 'des',
  '3des': '3des',
}
const GROUPS: Record<string, string> = {
  modp768: 'group1',
  modp1024: 'group2',
  modp1536: 'group5',
  modp2048: 'group14',
}
const KNOWN = /^(?:md5|sha1|sha256|sha384|sha512)$/

/** `aes256-sha256-modp2048`, several of them after commas. What is no key length, hash or group is a cipher. */
function proposals(text: string | undefined) {
  const found = {
    encryption: [] as string[],
    authentication: [] as string[],
    group: [] as string[],
  }
  for (const token of text?.split(/[\s,]+/).flatMap((proposal) => proposal.split('-')) ?? []) {
    if (KNOWN.test(token)) found.authentication.push(token)
    else if (/^(modp|ecp|curve|x\d)/.test(token)) found.group.push(reading(GROUPS)(token) ?? token)
    else if (!token.startsWith('prf') && token !== '')
      found.encryption.push(reading(ENCRYPTION)(token) ?? token)
  }
  return found
}

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 }

const seconds = (text: string | undefined): number | undefined => {
  const [, count, unit = 's'] = /^(\d+)\s*([smhd])?$/.exec(text ?? '') ?? []
  return count === undefined ? undefined : Number(count) * (UNITS[unit] ?? 1)
}

/** The hard end of an SA: the rekey and what is left for it, a tenth unless said. */
const total = (rekey: string | undefined, over?: string): number | undefined => {
  const base = seconds(rekey)
  return base === undefined ? undefined : base + (seconds(over) ?? Math.floor(base / 10))
}

/** The secret whose ids are those of the connection; one without ids fits every connection. */
function secretOf(file: Section, ids: { local?: string | undefined; remote?: string | undefined }) {
  const secrets = [...(file.parts.get('secrets')?.parts ?? [])].filter(([name]) =>
    name.startsWith('ike'),
  )
  const idsOf = ({ keys }: Section) =>
    [...keys].filter(([key]) => key.startsWith('id')).map(([, id]) => id)
  const fitting = secrets.find(([, each]) => {
    const owners = idsOf(each)
    return (
      owners.length === 0 ||
      [ids.local, ids.remote].every((id) => id === undefined || owners.includes(id))
    )
  })
  return decode(fitting?.[1].keys.get('secret'))
}

/** strongSwan, load_creds: 0x and 0s mark bytes, in quotes as well. */
function decode(secret: string | undefined): string | undefined {
  if (secret === undefined) return undefined
  if (/^0x/i.test(secret)) return textOf(secret.slice(2))
  if (secret.startsWith('0s')) return atob(secret.slice(2))
  return secret
}
