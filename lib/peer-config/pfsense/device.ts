import { message } from '@/lib/i18n/message'
import { bgpTunnels } from '@/lib/peer-config/bgp'
import {
  type Answers,
  commonQuestions,
  type Device,
  type Limit,
  type Part,
} from '@/lib/peer-config/device'
import { frrChecks, frrConfig } from '@/lib/peer-config/frr/device'
import { eachTunnel, error, limitsOf, mixesKeys, type Words } from '@/lib/peer-config/limits'
import type { Peer } from '@/lib/peer-config/peer'

import { opnsenseText } from './opnsense'
import { pfsenseText } from './pfsense'
import { ALL_WORDS, offeredByOpnsense, PFSENSE_WORDS } from './words'

const OPNSENSE = 'OPNsense'

/** pfSense and OPNsense, as a sheet of what to set on which page: both are set up in the browser. */
export const pfsense: Device = {
  questions: [
    ...commonQuestions('WAN'),
    { id: 'version', initial: 'pfSense', choices: ['pfSense', OPNSENSE] },
  ],
  limits: (peer, answers) => [
    ...limitsOf(peer, answers, {
      device: answers.version,
      words: (): Words => (answers.version === OPNSENSE ? ALL_WORDS : PFSENSE_WORDS),
      lifetimes: { ike: [60, 86_400], ipsec: [60, 86_400] },
      seeksNat: () => true,
    }),
    ...(answers.version === OPNSENSE ? opnsenseLimits(peer) : []),
    ...mixesKeys(peer, answers.version),
  ],
  write: (peer, answers): Part[] => [
    {
      kind: 'config',
      text: answers.version === OPNSENSE ? opnsenseText(peer, answers) : pfsenseText(peer, answers),
    },
    ...(bgpTunnels(peer).length > 0
      ? [{ kind: 'config' as const, file: 'frr.conf', text: frrConfig(peer, answers) }]
      : []),
    ...checks(peer, answers),
  ],
}

/** Its proposals are a list of whole combinations. */
const opnsenseLimits = (peer: Peer): Limit[] =>
  eachTunnel(peer, (tunnel, path) =>
    (['ike', 'ipsec'] as const).flatMap((phase) => {
      const chosen = tunnel[phase]
      if (offeredByOpnsense(chosen)) return []
      const value = [chosen.encryption, chosen.authentication, chosen.group].join('-')
      const limit = error(
        `${path}.${phase}.${phase}Pfs`,
        message('device.combination', { device: OPNSENSE, value }),
      )
      return [
        offeredByOpnsense({ ...chosen, group: 'group14' })
          ? { ...limit, instead: 'group14' }
          : limit,
      ]
    }),
  )

function checks(peer: Peer, answers: Answers): Part[] {
  const frr =
    bgpTunnels(peer).length > 0
      ? frrChecks(peer, answers).filter(({ kind }) => kind === 'verify')
      : []
  const status =
    answers.version === OPNSENSE ? 'VPN › IPsec › Status Overview' : 'Status › IPsec › Overview'
  return [
    {
      kind: 'verify',
      text: [`${status}: both phases are established.`, ...frr.map(({ text }) => text)].join('\n'),
    },
    { kind: 'rekey', text: `${status}: disconnect phase 2, then connect it again.` },
    {
      kind: 'undo',
      text: `${status}: disconnect. Then delete the entries named on this sheet, from the last page to the first.`,
    },
  ]
}
