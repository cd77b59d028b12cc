import type { Words } from '@/lib/peer-config/limits'
import type { Phase } from '@/lib/peer-config/peer'

const AES = { aes: 'AES 128 bits', aes192: 'AES 192 bits', aes256: 'AES 256 bits' }
const SHA = { sha1: 'SHA1', sha256: 'SHA256', sha384: 'SHA384', sha512: 'SHA512' }
const GROUP = {
  group1: '1 (768 bit)',
  group2: '2 (1024 bit)',
  group5: '5 (1536 bit)',
  group14: '14 (2048 bit)',
}
const PFSENSE = { encryption: AES, authentication: SHA, group: GROUP }

/** What pfSense calls the algorithms. It has no DES, no 3DES and no MD5. */
export const PFSENSE_WORDS: Words = { ike: PFSENSE, ipsec: PFSENSE }

const OPNSENSE = {
  encryption: { aes: 'aes128', aes192: 'aes192', aes256: 'aes256', des: 'des', '3des': '3des' },
  authentication: {
    md5: 'md5',
    sha1: 'sha1',
    sha256: 'sha256',
    sha384: 'sha384',
    sha512: 'sha512',
  },
  group: { group1: 'modp768', group2: 'modp1024', group5: 'modp1536', group14: 'modp2048' },
} satisfies Words['ike']
/** The parts of OPNsense's proposals; which of their combinations it offers is another question. */
export const ALL_WORDS: Words = { ike: OPNSENSE, ipsec: OPNSENSE }

/** A proposal as OPNsense lists it. */
export const opnsenseProposal = ({ encryption, authentication, group }: Phase): string => {
  const words: Words['ike'] = OPNSENSE
  return [words.encryption[encryption], words.authentication[authentication], words.group[group]]
    .filter(Boolean)
    .join('-')
}

const OFFERED = new Set([
  ...['aes128', 'aes192', 'aes256'].flatMap((aes) =>
    ['sha1', 'sha256', 'sha384', 'sha512'].map((sha) => `${aes}-${sha}-modp2048`),
  ),
  'aes256-sha256-modp1024',
  'aes256-sha512-modp1024',
  'aes256-sha256-modp1536',
  'aes128-sha256-modp1536',
  'aes256-sha1',
  'aes256-sha256',
])

/** OPNsense, IPsecProposalField: a fixed list. */
export const offeredByOpnsense = (phase: Phase): boolean => OFFERED.has(opnsenseProposal(phase))
