import { LONGEST_PSK } from '@/lib/connection-form/read'
import { type ConnectionRule, perTunnel } from '@/lib/connection-form/rules/rule'
import { activeTunnels } from '@/lib/connection-form/tunnels'
import { message } from '@/lib/i18n/message'

const SHORT_PSK = 16

// Keys of vendors' examples and of every list of common passwords; compared without case and end digits.
const KNOWN = new Set(
  `admin alibaba aliyun aliyuntest changeme cisco default fortinet huawei ipsec juniper letmein password
   presharedkey psk qwerty secret strongswan test vpn vpnkey welcome`.split(/\s+/),
)

/** How good a pre-shared key is. The messages never quote it. */
export const pskRules: ConnectionRule[] = [
  {
    name: 'psk.known',
    class: 'standard',
    source: 'NIST SP 800-63B, section 5.1.1.2: common values are refused',
    paths: ['connection.tunnels.*.psk'],
    check: (values) =>
      perTunnel(values, ({ psk }, path) =>
        isKnown(psk) ? [{ path: `${path}.psk`, message: message('psk.known') }] : [],
      ),
  },
  {
    name: 'psk.short',
    class: 'standard',
    source: 'BSI TR-02102-3; Alibaba itself generates 16 characters',
    paths: ['connection.tunnels.*.psk'],
    check: (values) =>
      perTunnel(values, ({ psk }, path) =>
        psk !== '' && psk.length < SHORT_PSK && !isKnown(psk)
          ? [
              {
                path: `${path}.psk`,
                message: message('psk.short', { length: psk.length, min: SHORT_PSK }),
              },
            ]
          : [],
      ),
  },
  {
    name: 'psk.encoded',
    class: 'advice',
    source: 'strongSwan, swanctl.conf, secrets: 0x and 0s mark an encoded value',
    paths: ['connection.tunnels.*.psk'],
    check: (values) =>
      perTunnel(values, ({ psk }, path) =>
        /^0[xs]/i.test(psk)
          ? [
              {
                path: `${path}.psk`,
                message: message('psk.encoded', { prefix: psk.slice(0, 2) }),
              },
            ]
          : [],
      ),
  },
  {
    name: 'psk.vendor',
    class: 'advice',
    source:
      'AWS Site-to-Site VPN, pre-shared key: letters, digits, period and underscore, no leading 0',
    paths: ['connection.tunnels.*.psk'],
    check: (values) =>
      perTunnel(values, ({ psk }, path) =>
        /[^A-Za-z0-9._]/.test(psk) || /^0(?![xs])/i.test(psk)
          ? [{ path: `${path}.psk`, message: message('psk.vendor') }]
          : [],
      ),
  },
  {
    name: 'psk.twice',
    class: 'advice',
    source: 'A key that leaks then opens one tunnel, not two',
    paths: ['connection.tunnels.*.psk'],
    check: (values) => {
      const [first, second] = activeTunnels(values)
      return second && second.psk !== '' && first?.psk === second.psk
        ? [{ path: 'connection.tunnels.1.psk', message: message('psk.twice') }]
        : []
    },
  },
]

const isKnown = (psk: string) =>
  psk !== '' &&
  psk.length <= LONGEST_PSK &&
  (new Set(psk).size === 1 ||
    '01234567890123456789'.includes(psk) ||
    KNOWN.has(withoutEnd(psk.toLowerCase())))

/** Without what is put behind a word to make it look strong. From the end, so that its length costs once. */
function withoutEnd(psk: string): string {
  let end = psk.length
  while (end > 0 && '0123456789!@#*._-'.includes(psk.charAt(end - 1))) end -= 1
  return psk.slice(0, end)
}
