import { near } from './asa'
import { below, block, every, only, told, type Told, word } from './told'

const ENCRYPTION = {
  des: 'des',
  '3des': '3des',
  'aes-128': 'aes',
  'aes-192': 'aes192',
  'aes-256': 'aes256',
}
const HASH = {
  md5: 'md5',
  sha1: 'sha1',
  'sha2-256': 'sha256',
  'sha2-384': 'sha384',
  'sha2-512': 'sha512',
}

/** Huawei USG, one for each IKE peer. */
export function readUsg(text: string): Told[] {
  if (!/^ipsec sha2 compatible enable$/m.test(text)) throw new Error('SHA-2 would be cut wrongly')
  return every(text, /^ike peer (\S+)$/).map((name) => {
    const peer = below(text, `ike peer ${name}`)
    const proposal = below(text, `ike proposal ${only(peer, /^ ike-proposal (\d+)$/)}`)
    const version = only(peer, /^ undo version (\d)$/) === '2' ? 'ikev1' : 'ikev2'
    const holders = [
      ...every(text, /^(ipsec profile \S+)$/),
      ...every(text, /^(ipsec policy \S+ \d+ isakmp)$/),
    ]
    const holder = holders.find((start) => below(text, start).includes(` ike-peer ${name}\n`)) ?? ''
    const protection = below(text, holder)
    const esp = below(text, `ipsec proposal ${only(protection, /^ proposal (\S+)$/)}`)
    const acl = only(protection, /^ security acl (\d+)$/)
    const profile = /^ipsec profile (\S+)$/.exec(holder)?.[1]
    const tunnel = every(text, /^interface (Tunnel\d+)$/).find((each) =>
      below(text, `interface ${each}`).includes(` ipsec profile ${profile}`),
    )
    const inside = tunnel ? below(text, `interface ${tunnel}`) : ''
    const rules = [
      ...(acl ? below(text, `acl number ${acl}`) : '').matchAll(
        /permit ip source (\S+) (\S+) destination (\S+) (\S+)$/gm,
      ),
    ]
    const hash = only(proposal, /^ authentication-algorithm (\S+)$/)
    if (version === 'ikev2')
      for (const kind of ['integrity-algorithm', 'prf'])
        if (only(proposal, new RegExp(`^ ${kind} hmac-(\\S+)$`)) !== hash) throw new Error(kind)
    if (only(protection, /^ sa duration traffic-based (\d+)$/) !== '0') throw new Error('volume')
    const address = only(inside, /^ ip address (\d\S+) 255\.255\.255\.252$/)
    const neighbor = every(text, /^ peer (\S+) as-number \d+$/).find((other) =>
      near(other, address),
    )
    const map =
      neighbor &&
      only(
        text,
        new RegExp(`^ {2}peer ${neighbor.replaceAll('.', '\\.')} route-policy (\\S+) export$`),
      )
    const list =
      map && only(below(text, `route-policy ${map} permit node 10`), /if-match ip-prefix (\S+)$/)
    return told({
      gateway: only(peer, /^ remote-address (\S+)$/),
      ikeVersion: version,
      ikeMode: only(peer, /^ exchange-mode (\S+)$/),
      ikeEncAlg: word(ENCRYPTION, only(proposal, /^ encryption-algorithm (\S+)$/)),
      ikeAuthAlg: word(HASH, hash),
      ikePfs: only(proposal, /^ dh (\S+)$/),
      ikeLifetime: only(proposal, /^ sa duration (\d+)$/),
      localId: only(peer, /^ local-id (\S+)$/),
      remoteId: only(peer, /^ remote-id (\S+)$/),
      psk: keyOf(only(peer, /^ pre-shared-key (.*)$/) ?? ''),
      ipsecEncAlg: word(ENCRYPTION, only(esp, /^ esp encryption-algorithm (\S+)$/)),
      ipsecAuthAlg: word(HASH, only(esp, /^ esp authentication-algorithm (\S+)$/)),
      ipsecPfs: only(protection, /^ pfs dh-(\S+)$/) ?? 'disabled',
      ipsecLifetime: only(protection, /^ sa duration time-based (\d+)$/),
      localSubnet: acl ? rules.map((rule) => block(rule[1]!, rule[2]!, true)) : '0.0.0.0/0',
      remoteSubnet: acl ? rules.map((rule) => block(rule[3]!, rule[4]!, true)) : '0.0.0.0/0',
      dpd: only(peer, /^ dpd type (\S+)$/) ? 'on' : 'off',
      natTraversal: /^ nat traversal$/m.test(peer) ? 'on' : 'off',
      initiator: only(protection, /^ sa trigger-mode (\S+)$/) === 'auto' ? 'yes' : 'no',
      mtu: only(inside, /^ mtu (\d+)$/),
      mss: only(inside, /^ tcp mss (\d+)$/),
      tunnelAddress: address,
      neighbor,
      neighborAsn:
        neighbor &&
        only(text, new RegExp(`^ peer ${neighbor.replaceAll('.', '\\.')} as-number (\\d+)$`)),
      asn: neighbor && only(text, /^bgp (\d+)$/),
      announced:
        list &&
        [...text.matchAll(/^ip ip-prefix (\S+) index \d+ permit (\S+) (\d+)$/gm)]
          .filter((match) => match[1] === list)
          .map((match) => `${match[2]}/${match[3]}`),
    })
  })
}

/** USG: quotes around a key are taken off; a question mark is read as it stands only in them, and not at the end. */
function keyOf(text: string): string {
  const quoted = /^"(.*)"$/.exec(text)?.[1]
  if (text.includes('?') && (quoted === undefined || quoted.endsWith('?'))) throw new Error('help')
  return quoted ?? text
}
