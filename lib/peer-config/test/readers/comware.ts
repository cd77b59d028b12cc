import { near } from './asa'
import { below, block, every, only, told, type Told, word } from './told'

const ENCRYPTION = {
  'des-cbc': 'des',
  '3des-cbc': '3des',
  'aes-cbc-128': 'aes',
  'aes-cbc-192': 'aes192',
  'aes-cbc-256': 'aes256',
}
const HASH = { md5: 'md5', sha1: 'sha1', sha256: 'sha256', sha384: 'sha384', sha512: 'sha512' }
const OLD_HASH = { md5: 'md5', sha: 'sha1', sha256: 'sha256', sha384: 'sha384', sha512: 'sha512' }

/** Comware 7, one for each IPsec profile or policy entry. */
export function readComware(text: string): Told[] {
  if (/\?/.test(text)) throw new Error('help')
  const holders = every(text, /^(ipsec (?:profile \S+|policy \S+ \d+) isakmp)$/)
  return holders.map((holder) => {
    const protection = below(text, holder)
    const esp = below(text, `ipsec transform-set ${only(protection, /^ transform-set (\S+)$/)}`)
    const v1 = only(protection, /^ ike-profile (\S+)$/)
    const v2 = only(protection, /^ ikev2-profile (\S+)$/)
    const phase1 = v1 ? readIke(text, v1) : readIkev2(text, v2 ?? '')
    const name = /^ipsec profile (\S+) /.exec(holder)?.[1]
    const tunnel = every(text, /^interface (Tunnel\d+) mode ipsec$/).find((each) =>
      below(text, `interface ${each}`).includes(` tunnel protection ipsec profile ${name}`),
    )
    const inside = tunnel ? below(text, `interface ${tunnel}`) : ''
    const acl = only(protection, /^ security acl (\d+)$/)
    const rules = [
      ...(acl ? below(text, `acl advanced ${acl}`) : '').matchAll(
        /permit ip source (\S+) (\S+) destination (\S+) (\S+)$/gm,
      ),
    ]
    const gateway =
      only(inside, /^ destination (\S+)$/) ?? only(protection, /^ remote-address (\S+)$/)
    if (phase1.gateway !== gateway) throw new Error('the key is for another gateway')
    const address = only(inside, /^ ip address (\d\S+) 30$/)
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
      map &&
      only(
        below(text, `route-policy ${map} permit node 10`),
        /if-match ip address prefix-list (\S+)$/,
      )
    return told({
      ...phase1,
      ipsecEncAlg: word(ENCRYPTION, only(esp, /^ esp encryption-algorithm (\S+)$/)),
      ipsecAuthAlg: word(HASH, only(esp, /^ esp authentication-algorithm (\S+)$/)),
      ipsecPfs: only(esp, /^ pfs dh-(\S+)$/) ?? 'disabled',
      ipsecLifetime: only(protection, /^ sa duration time-based (\d+)$/),
      localSubnet: acl ? rules.map((rule) => block(rule[1]!, rule[2]!, true)) : '0.0.0.0/0',
      remoteSubnet: acl ? rules.map((rule) => block(rule[3]!, rule[4]!, true)) : '0.0.0.0/0',
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
        [...text.matchAll(/^ip prefix-list (\S+) index \d+ permit (\S+) (\d+)$/gm)]
          .filter((match) => match[1] === list)
          .map((match) => `${match[2]}/${match[3]}`),
    })
  })
}

function readIke(text: string, name: string) {
  const profile = below(text, `ike profile ${name}`)
  const proposal = below(text, `ike proposal ${only(profile, /^ proposal (\d+)$/)}`)
  const [, gateway, psk] =
    /^ pre-shared-key address (\S+) 255\.255\.255\.255 key simple (.*)$/m.exec(
      below(text, `ike keychain ${only(profile, /^ keychain (\S+)$/)}`),
    ) ?? []
  return {
    gateway,
    psk,
    ikeVersion: 'ikev1',
    ikeMode: only(profile, /^ exchange-mode (\S+)$/),
    ikeEncAlg: word(ENCRYPTION, only(proposal, /^ encryption-algorithm (\S+)$/)),
    ikeAuthAlg: word(OLD_HASH, only(proposal, /^ authentication-algorithm (\S+)$/)),
    ikePfs: only(proposal, /^ dh (\S+)$/),
    ikeLifetime: only(proposal, /^ sa duration (\d+)$/),
    localId: only(profile, /^ local-identity (?:address|fqdn|user-fqdn) (\S+)$/),
    remoteId: only(profile, /^ match remote identity (?:address|fqdn|user-fqdn) (\S+)/),
    dpd: /^ dpd interval /m.test(profile) ? 'on' : 'off',
  }
}

function readIkev2(text: string, name: string) {
  const profile = below(text, `ikev2 profile ${name}`)
  const chain = below(text, `ikev2 keychain ${only(profile, /^ keychain (\S+)$/)}`)
  const policy = below(text, `ikev2 policy ${name}`)
  const proposal = below(text, `ikev2 proposal ${only(policy, /^ proposal (\S+)$/)}`)
  const hash = word(HASH, only(proposal, /^ integrity (\S+)$/))
  if (word(HASH, only(proposal, /^ prf (\S+)$/)) !== hash) throw new Error('another PRF')
  return {
    gateway: only(chain, /^ {2}address (\S+) 32$/),
    psk: only(chain, /^ {2}pre-shared-key plaintext (.*)$/),
    ikeVersion: 'ikev2',
    ikeEncAlg: word(ENCRYPTION, only(proposal, /^ encryption (\S+)$/)),
    ikeAuthAlg: hash,
    ikePfs: only(proposal, /^ dh (\S+)$/),
    ikeLifetime: only(profile, /^ sa duration (\d+)$/),
    localId: only(profile, /^ identity local (?:address|fqdn|email) (\S+)$/),
    remoteId: only(profile, /^ match remote identity (?:address|fqdn|email) (\S+)/),
    dpd: /^ dpd interval /m.test(profile) ? 'on' : 'off',
  }
}
