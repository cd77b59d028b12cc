import { told, type Told, word } from './told'

const ENCRYPTION = { des: 'des', '3des': '3des', aes128: 'aes', aes192: 'aes192', aes256: 'aes256' }
const HASH = { md5: 'md5', sha1: 'sha1', sha256: 'sha256', sha384: 'sha384', sha512: 'sha512' }
const GROUP = { modp768: 'group1', modp1024: 'group2', modp1536: 'group5', modp2048: 'group14' }

/** ipsec.conf and ipsec.secrets, with `also=` taken in. */
export function readIpsecConf(conf: string, secrets: string): Told[] {
  const sections = new Map<string, Map<string, string>>()
  let open: Map<string, string> | undefined
  for (const raw of conf.split('\n')) {
    const line = raw.replace(/#.*/, '').trimEnd()
    const name = /^conn (\S+)$/.exec(line)?.[1]
    if (name) sections.set(name, (open = new Map<string, string>()))
    const [, key, value] = /^\s+([\w]+)=(.*)$/.exec(line) ?? []
    if (key && open) open.set(key, value ?? '')
  }
  const whole = (name: string): Map<string, string> => {
    const own = sections.get(name) ?? new Map<string, string>()
    const also = own.get('also')
    return new Map([...(also ? whole(also) : []), ...own])
  }
  const mains = [...sections].filter(([, keys]) => !keys.has('also'))
  return mains.map(([name]) => {
    const keys = whole(name)
    const family = [...sections.keys()]
      .map(whole)
      .filter((each) => each.get('right') === keys.get('right'))
    const get = (key: string) => keys.get(key)
    const [encryption, hash, group] = (get('ike') ?? '').replace(/!$/, '').split('-')
    const [cipher, auth, pfs] = (get('esp') ?? '').replace(/!$/, '').split('-')
    return told({
      gateway: get('right'),
      ikeVersion: get('keyexchange'),
      ikeMode:
        get('keyexchange') === 'ikev1' && (get('aggressive') === 'yes' ? 'aggressive' : 'main'),
      ikeEncAlg: word(ENCRYPTION, encryption),
      ikeAuthAlg: word(HASH, hash),
      ikePfs: word(GROUP, group),
      ikeLifetime: /^(\d+)s$/.exec(get('ikelifetime') ?? '')?.[1],
      ipsecEncAlg: word(ENCRYPTION, cipher),
      ipsecAuthAlg: word(HASH, auth),
      ipsecPfs: pfs === undefined ? 'disabled' : word(GROUP, pfs),
      ipsecLifetime: /^(\d+)s$/.exec(get('lifetime') ?? '')?.[1],
      localId: get('leftid'),
      remoteId: get('rightid'),
      psk: secretOf(secrets, get('leftid') ?? '', get('rightid') ?? ''),
      localSubnet: family.flatMap((each) => each.get('leftsubnet')?.split(',') ?? []),
      remoteSubnet: family.flatMap((each) => each.get('rightsubnet')?.split(',') ?? []),
      dpd: get('dpdaction') === 'none' ? 'off' : 'on',
      initiator: get('auto') === 'start' ? 'yes' : 'no',
      forever: get('keyingtries') === '%forever' ? 'yes' : 'no',
    })
  })
}

/** Quotes of either kind are literal; 0x without quotes is decoded. */
function secretOf(secrets: string, local: string, remote: string): string | undefined {
  for (const line of secrets.split('\n')) {
    const [, left, right, value = ''] = /^(\S+) (\S+) : PSK (.*)$/.exec(line) ?? []
    if (left !== local || right !== remote) continue
    const [, quote, inside = ''] = /^(["'])(.*)\1$/.exec(value) ?? []
    if (quote) {
      if (inside.includes(quote)) throw new Error('a quote ends the key')
      return inside
    }
    if (!value.startsWith('0x')) throw new Error('a key without quotes')
    return Buffer.from(value.slice(2), 'hex').toString()
  }
  return undefined
}
