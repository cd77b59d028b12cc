import { type ConnectionRule, perTunnel } from '@/lib/connection-form/rules/rule'
import type { TunnelValues } from '@/lib/connection-form/values'
import { message, type RuleKey } from '@/lib/i18n/message'
import { parseIpv4 } from '@/lib/net/ipv4'
import { quote } from '@/lib/text/characters'

/** How the two ends name themselves. */
export const idRules: ConnectionRule[] = [
  {
    name: 'ids.shape',
    class: 'advice',
    source: 'RFC 7296, section 3.5, identification types; strongSwan, identity parsing',
    paths: ['connection.tunnels.*.ike.localId', 'connection.tunnels.*.ike.remoteId'],
    check: (values) =>
      perTunnel(values, ({ ike }, path) =>
        (['localId', 'remoteId'] as const).flatMap((end) => {
          const id = ike[end]
          const key = unusual(id)
          if (!key) return []
          const said = message(key, { id: quote(id), plain: quote(id.replace(/^@+/, '')) })
          return [{ path: `${path}.ike.${end}`, message: said }]
        }),
      ),
    fix: ({ tunnels }, path) => {
      const [, , tunnel, , end] = path.split('.')
      const id = tunnels[Number(tunnel) as 0 | 1].ike[end as 'localId' | 'remoteId']
      const plain = id.replace(/^@+/, '')
      if (plain === id || plain === '') return undefined
      return { label: message('fix.withoutAt', { plain: quote(plain) }), set: { [path]: plain } }
    },
  },
  {
    name: 'ids.aggressive',
    class: 'advice',
    source: 'Guide, LocalId and RemoteId; RFC 2409, section 5.4: identities in main mode',
    paths: ['connection.tunnels.*.ike.ikeMode'],
    check: (values) =>
      perTunnel(values, ({ ike }, path) =>
        ike.ikeVersion === 'ikev1' && ike.ikeMode !== 'aggressive' && hasDomainName(ike)
          ? [{ path: `${path}.ike.ikeMode`, message: message('ids.aggressive') }]
          : [],
      ),
    fix: (_, path) => ({ label: message('fix.aggressive'), set: { [path]: 'aggressive' } }),
  },
  {
    name: 'ids.same',
    class: 'standard',
    source: 'RFC 7296, section 3.5: an identity names one end',
    paths: ['connection.tunnels.*.ike.remoteId'],
    check: (values) =>
      perTunnel(values, ({ ike }, path) =>
        ike.localId !== '' && ike.localId === ike.remoteId
          ? [{ path: `${path}.ike.remoteId`, message: message('ids.same') }]
          : [],
      ),
  },
]

/** Whether an end is named by a name, not by its address. */
export const hasDomainName = ({ localId, remoteId }: TunnelValues['ike']) =>
  [localId, remoteId].some((id) => /[a-z]/i.test(id))

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i

/** What is to be known about an id that is neither an IPv4 address nor a domain name. */
function unusual(id: string): RuleKey | undefined {
  // What cannot be an id at all is the field's own business.
  if (id === '' || id.length > 100 || /[\s\p{C}\p{Z}]/u.test(id) || parseIpv4(id).ok)
    return undefined
  if (id.startsWith('@')) return 'ids.at'
  if (/^[\d.]+$/.test(id)) return id.includes('.') ? 'ids.noAddress' : 'ids.number'
  if (!/^[!-~]*$/.test(id)) return 'ids.notAscii'
  if (id.includes('@')) return 'ids.email'
  return id.split('.').every((label) => LABEL.test(label)) ? undefined : 'ids.unusual'
}
