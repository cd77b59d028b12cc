import { hasDomainName } from '@/lib/connection-form/rules/ids'
import { type ConnectionRule, type Fix, perTunnel } from '@/lib/connection-form/rules/rule'
import type { ConnectionValues } from '@/lib/connection-form/values'
import { weaknessOf } from '@/lib/connection-form/weakness'
import { message } from '@/lib/i18n/message'

/** The strongest choices that both Alibaba and every common device offer. */
const STRONG = {
  ike: { ikeVersion: 'ikev2', ikeEncAlg: 'aes256', ikeAuthAlg: 'sha256', ikePfs: 'group14' },
  ipsec: { ipsecEncAlg: 'aes256', ipsecAuthAlg: 'sha256', ipsecPfs: 'group14' },
} as const

/** What each phase agrees on, and how long it lasts. */
export const cryptoRules: ConnectionRule[] = [
  {
    name: 'crypto.weak',
    class: 'standard',
    source: 'RFC 8221; RFC 8247; NIST SP 800-131A and SP 800-77',
    paths: [
      'connection.tunnels.*.ike.ikeEncAlg',
      'connection.tunnels.*.ike.ikeAuthAlg',
      'connection.tunnels.*.ike.ikePfs',
      'connection.tunnels.*.ipsec.ipsecEncAlg',
      'connection.tunnels.*.ipsec.ipsecAuthAlg',
      'connection.tunnels.*.ipsec.ipsecPfs',
    ],
    check: (values) =>
      perTunnel(values, ({ ike, ipsec }, path) => {
        const { ikeEncAlg, ikeAuthAlg, ikePfs } = ike
        const { ipsecEncAlg, ipsecAuthAlg, ipsecPfs } = ipsec
        const chosen = {
          ...prefixed(`${path}.ike`, { ikeEncAlg, ikeAuthAlg, ikePfs }),
          ...prefixed(`${path}.ipsec`, { ipsecEncAlg, ipsecAuthAlg, ipsecPfs }),
        }
        return Object.entries(chosen).flatMap(([field, algorithm]) => {
          const source = weaknessOf(algorithm)
          if (!source) return []
          const text = message('crypto.weak', { algorithm, source })
          return [{ path: field, message: text }]
        })
      }),
    fix: strongFix,
  },
  {
    name: 'crypto.aggressive',
    class: 'standard',
    source: 'NIST SP 800-77, IKEv1 aggressive mode',
    paths: ['connection.tunnels.*.ike.ikeMode'],
    check: (values) =>
      perTunnel(values, ({ ike }, path) =>
        ike.ikeVersion === 'ikev1' && ike.ikeMode === 'aggressive' && !hasDomainName(ike)
          ? [{ path: `${path}.ike.ikeMode`, message: message('crypto.aggressive') }]
          : [],
      ),
  },
  {
    name: 'crypto.lifetimeZero',
    class: 'advice',
    source: 'Guide, SA Lifetime: 0 is in the range, its meaning is not stated',
    paths: ['connection.tunnels.*.ike.ikeLifetime', 'connection.tunnels.*.ipsec.ipsecLifetime'],
    check: (values) =>
      perTunnel(values, ({ ike, ipsec }, path) =>
        Object.entries({
          [`${path}.ike.ikeLifetime`]: ike.ikeLifetime,
          [`${path}.ipsec.ipsecLifetime`]: ipsec.ipsecLifetime,
        })
          .filter(([, lifetime]) => lifetime === '0')
          .map(([field]) => ({ path: field, message: message('crypto.lifetimeZero') })),
      ),
    fix: (_, path) => ({ label: message('fix.lifetime'), set: { [path]: '86400' } }),
  },
]

/** Sets ikev2, aes256, sha256 and group14 in both phases of every tunnel that counts. */
function strongFix(values: ConnectionValues): Fix {
  const set = perTunnel(values, (_, path) => [
    ...Object.entries(prefixed(`${path}.ike`, STRONG.ike)),
    ...Object.entries(prefixed(`${path}.ipsec`, STRONG.ipsec)),
  ])
  return { label: message('fix.strong'), set: Object.fromEntries(set) }
}

const prefixed = (path: string, fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [`${path}.${key}`, value]))
