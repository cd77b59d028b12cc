import { below, block, every, only, told, type Told, word } from './told'

const ENCRYPTION = {
  des: 'des',
  '3des': '3des',
  aes: 'aes',
  'aes-192': 'aes192',
  'aes-256': 'aes256',
}
const HASH = { md5: 'md5', sha: 'sha1', sha256: 'sha256', sha384: 'sha384', sha512: 'sha512' }
const ESP_HASH = {
  md5: 'md5',
  'sha-1': 'sha1',
  'sha-256': 'sha256',
  'sha-384': 'sha384',
  'sha-512': 'sha512',
}
const SET_HASH = { 'esp-md5-hmac': 'md5', 'esp-sha-hmac': 'sha1' }

/** An ASA, one for each tunnel group. */
export function readAsa(text: string): Told[] {
  return every(text, /^tunnel-group (\S+) type ipsec-l2l$/).map((gateway) => {
    const escaped = gateway.replaceAll('.', '\\.')
    const vti = every(text, /^interface (Tunnel\d+)$/).find((name) =>
      below(text, `interface ${name}`).includes(` tunnel destination ${gateway}\n`),
    )
    const entry = only(text, new RegExp(`^crypto map cen (\\d+) set peer ${escaped}$`))
    const inside = vti ? below(text, `interface ${vti}`) : ''
    const profile = only(inside, /tunnel protection ipsec profile (\S+)$/)
    const protection = profile
      ? below(text, `crypto ipsec profile ${profile}`)
      : every(text, new RegExp(`^crypto map cen ${entry} (.*)$`))
          .map((line) => ` ${line}`)
          .join('\n')
    const group = below(text, `tunnel-group ${gateway} ipsec-attributes`)
    const v1 = only(protection, /set ikev1 transform-set (\S+)$/)
    const v2 = only(protection, /set ikev2 ipsec-proposal (\S+)$/)
    const version = v1 ? 'ikev1' : 'ikev2'
    // Policies are not bound to a tunnel: the first that both ends have is taken.
    const policies = every(text, new RegExp(`^crypto ${version} policy (\\d+)$`)).map((number) =>
      below(text, `crypto ${version} policy ${number}`),
    )
    const transform = v1 && only(text, new RegExp(`^crypto ipsec ikev1 transform-set ${v1} (.*)$`))
    const proposal = v2 ? below(text, `crypto ipsec ikev2 ipsec-proposal ${v2}`) : ''
    const keys = [
      ...every(group, /^ ikev1 pre-shared-key (.*)$/),
      ...every(group, /^ ikev2 (?:local|remote)-authentication pre-shared-key (.*)$/),
    ]
    if (keys.length !== (v1 ? 1 : 2)) throw new Error('both directions need the key')
    const list = only(text, new RegExp(`^crypto map cen ${entry} match address (\\S+)$`))
    const pairs = [
      ...text.matchAll(/^access-list (\S+) extended permit ip (\S+) (\S+) (\S+) (\S+)$/gm),
    ].filter((match) => match[1] === list)
    const address = only(inside, /^ ip address (\S+) 255\.255\.255\.252$/)
    const neighbor = every(text, /^ {2}neighbor (\S+) remote-as \d+$/).find((other) =>
      near(other, address),
    )
    return told({
      gateway,
      ikeVersion: version,
      ikeMode:
        v1 &&
        (text.includes(`cen ${entry} set ikev1 phase1-mode aggressive`) ? 'aggressive' : 'main'),
      ikeEncAlg: policies.map((policy) => word(ENCRYPTION, only(policy, /^ encryption (.*)$/))),
      ikeAuthAlg: policies.map((policy) =>
        word(HASH, only(policy, /^ (?:hash|integrity|prf) (.*)$/)),
      ),
      ikePfs: policies.map((policy) => `group${only(policy, /^ group (\d+)$/)}`),
      ikeLifetime: policies.map((policy) => only(policy, /^ lifetime (?:seconds )?(\d+)$/)),
      ipsecEncAlg: v1
        ? word(ENCRYPTION, transform?.split(' ')[0]?.replace('esp-', ''))
        : word(ENCRYPTION, only(proposal, /encryption (.*)$/)),
      ipsecAuthAlg: v1
        ? word(SET_HASH, transform?.split(' ')[1])
        : word(ESP_HASH, only(proposal, /integrity (.*)$/)),
      ipsecPfs: only(protection, /set pfs (\S+)$/) ?? 'disabled',
      ipsecLifetime: only(protection, /set security-association lifetime seconds (\d+)$/),
      psk: keys,
      localSubnet: list ? pairs.map((match) => block(match[2]!, match[3]!)) : '0.0.0.0/0',
      remoteSubnet: list ? pairs.map((match) => block(match[4]!, match[5]!)) : '0.0.0.0/0',
      dpd: only(group, /^ isakmp keepalive (.*)$/) === 'disable' ? 'off' : 'on',
      mss: only(text, /^sysopt connection tcpmss (\d+)$/),
      tunnelAddress: neighbor && address,
      neighbor,
      asn: neighbor && only(text, /^router bgp (\d+)$/),
      neighborAsn:
        neighbor &&
        only(
          text,
          new RegExp(`^ {2}neighbor ${neighbor.replaceAll('.', '\\.')} remote-as (\\d+)$`),
        ),
      announced: [...text.matchAll(/^ {2}network (\S+) mask (\S+)$/gm)].map((match) =>
        block(match[1]!, match[2]!),
      ),
    })
  })
}

/** Two hosts of one /30. */
export const near = (one: string | undefined, other: string | undefined): boolean => {
  const [a, b] = [one, other].map((address) => {
    const octets = (address ?? '').split('.').map(Number)
    return [...octets.slice(0, 3), Math.floor((octets[3] ?? 0) / 4)].join('.')
  })
  return one !== undefined && other !== undefined && a === b
}
