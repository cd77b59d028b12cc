import type { Cause } from '@/lib/diagnosis/causes'

/** Which part of the negotiation a line speaks of. */
type LogPhase = 'phase1' | 'phase2' | 'dpd' | 'bgp'
type LogLevel = 'error' | 'warning' | 'info'

/** A line that is known; its meaning and cure are in the catalogue under `diagnosis.patterns`. */
interface Pattern {
  id: PatternId
  form: RegExp
  /** Left out: it can be either. */
  phase?: LogPhase
  level: LogLevel
  /** What it tells of a tunnel that is down, and whether that alone is enough. */
  cause?: Cause
  certainty?: 'certain' | 'likely'
}

export const PATTERN_IDS = [
  'macMismatch',
  'authenticationFailed',
  'noPeerConfig',
  'identityDiffers',
  'modeRefused',
  'noIkeConfig',
  'criticalPayload',
  'badPeerAs',
  'selectorsRefused',
  'rekeyFailed',
  'pfsGroup',
  'childRefused',
  'proposalRefused',
  'ikeRefused',
  'configuredProposals',
  'receivedProposals',
  'dpdTimeout',
  'gaveUp',
  'retransmit',
  'dpdRequest',
  'nat',
  'ikeUp',
  'childUp',
  'rekeyed',
  'deleted',
] as const
type PatternId = (typeof PATTERN_IDS)[number]

/**
 * What strongSwan writes, and so the cloud, most telling first: seen with wrong keys, identities, proposals, selectors
 * and silent peers between real daemons, and listed by Alibaba ("Troubleshoot IPsec-VPN connection issues").
 */
const PATTERNS: readonly Pattern[] = [
  {
    id: 'macMismatch',
    form: /MAC mismatched|HASH does not match|decryption failed|pre-shared keys may differ/,
    phase: 'phase1',
    level: 'error',
    cause: 'psk',
    certainty: 'certain',
  },
  {
    id: 'noPeerConfig',
    form: /no (matching )?peer config found/,
    phase: 'phase1',
    level: 'error',
    cause: 'identity',
    certainty: 'certain',
  },
  {
    id: 'identityDiffers',
    form: /IDir .* does not match|constraint check failed: identity/,
    phase: 'phase1',
    level: 'error',
    cause: 'identity',
    certainty: 'certain',
  },
  {
    id: 'modeRefused',
    form: /none allows pre-shared key authentication using/,
    phase: 'phase1',
    level: 'error',
    cause: 'ikeMode',
    certainty: 'certain',
  },
  {
    id: 'noIkeConfig',
    form: /no IKE config found for/,
    phase: 'phase1',
    level: 'error',
    cause: 'ikeVersion',
    certainty: 'likely',
  },
  {
    id: 'criticalPayload',
    form: /UNSUPPORTED_CRITICAL_PAYLOAD/,
    phase: 'phase1',
    level: 'error',
    cause: 'gatewayAddress',
    certainty: 'likely',
  },
  {
    id: 'badPeerAs',
    form: /Bad Peer AS/,
    phase: 'bgp',
    level: 'error',
    cause: 'bgpAsn',
    certainty: 'certain',
  },
  {
    id: 'selectorsRefused',
    form: /traffic selectors .* unacceptable|TS_UNACCEPTABLE|no matching CHILD_SA config|INVALID_ID_INFORMATION/,
    phase: 'phase2',
    level: 'error',
    cause: 'selectors',
    certainty: 'certain',
  },
  {
    id: 'rekeyFailed',
    form: /CHILD_SA rekeying failed/,
    phase: 'phase2',
    level: 'error',
    cause: 'pfs',
    certainty: 'likely',
  },
  {
    id: 'pfsGroup',
    form: /pfs group mismatched|message lacks KE payload/,
    phase: 'phase2',
    level: 'error',
    cause: 'pfs',
    certainty: 'certain',
  },
  {
    id: 'childRefused',
    form: /NO_PROPOSAL_CHOSEN notify, no CHILD_SA|failed to establish CHILD_SA|no acceptable .* found/,
    phase: 'phase2',
    level: 'error',
    cause: 'ipsecProposal',
    certainty: 'likely',
  },
  {
    // Written of phase 2, and by some of phase 1.
    id: 'proposalRefused',
    form: /no matching proposal found/,
    level: 'error',
    cause: 'ipsecProposal',
    certainty: 'likely',
  },
  {
    id: 'ikeRefused',
    form: /received proposals unacceptable|no proposal found|NO_PROPOSAL_CHOSEN/,
    phase: 'phase1',
    level: 'error',
    cause: 'ikeProposal',
    certainty: 'likely',
  },
  {
    // The key, and with some devices the identity: they do not say which.
    id: 'authenticationFailed',
    form: /AUTHENTICATION_FAILED/,
    phase: 'phase1',
    level: 'error',
    cause: 'psk',
    certainty: 'likely',
  },
  {
    id: 'dpdTimeout',
    form: /DPD check timed out|does not respond to DPD/,
    phase: 'dpd',
    level: 'error',
    cause: 'dpd',
    certainty: 'certain',
  },
  {
    id: 'gaveUp',
    form: /giving up after \d+ retransmits|peer not responding/,
    phase: 'phase1',
    level: 'error',
    cause: 'silent',
    certainty: 'certain',
  },
  { id: 'retransmit', form: /retransmit \d+ of request/, phase: 'phase1', level: 'warning' },
  { id: 'configuredProposals', form: /configured proposals: /, phase: 'phase1', level: 'info' },
  { id: 'receivedProposals', form: /received proposals: /, phase: 'phase1', level: 'info' },
  { id: 'dpdRequest', form: /sending DPD request/, phase: 'dpd', level: 'info' },
  { id: 'nat', form: /is behind NAT/, phase: 'phase1', level: 'info' },
  {
    id: 'rekeyed',
    form: /rekeyed (CHILD|IKE)_SA|(CHILD|IKE)_SA .*rekeyed/,
    phase: 'phase2',
    level: 'info',
  },
  { id: 'childUp', form: /CHILD_SA .*established/, phase: 'phase2', level: 'info' },
  { id: 'ikeUp', form: /IKE_SA .*established/, phase: 'phase1', level: 'info' },
  { id: 'deleted', form: /(received DELETE|deleting) /, phase: 'phase1', level: 'info' },
]

/** A line of a log, taken apart. */
export interface LogLine {
  /** As it came, with signs that would not be seen written out. */
  text: string
  pattern?: Pattern
  phase: LogPhase | undefined
  level: LogLevel
}

/** Longer than any line that tells a cause; the other end writes into some, and each is searched whole. */
const SEARCHED = 2000

/** Takes a line apart. Foreign: it may hold anything. */
export function readLine(raw: string): LogLine {
  const text = visible(raw.trimEnd())
  const searched = text.slice(0, SEARCHED)
  const pattern = PATTERNS.find(({ form }) => form.test(searched))
  return {
    text,
    ...(pattern && { pattern }),
    phase: pattern?.phase ?? phaseOf(searched),
    level: pattern?.level ?? 'info',
  }
}

function phaseOf(text: string): LogPhase | undefined {
  if (/CREATE_CHILD_SA|QUICK_MODE|CHILD_SA|ESP:/.test(text)) return 'phase2'
  if (/IKE_SA_INIT|IKE_AUTH|ID_PROT|AGGRESSIVE|Main Mode|IKE_SA/.test(text)) return 'phase1'
  if (/\[BGP\]/.test(text)) return 'bgp'
  return /DPD|INFORMATIONAL/.test(text) ? 'dpd' : undefined
}

/** Control signs and those that turn the direction of writing, by their numbers: they would hide what a line says. */
const visible = (text: string): string =>
  text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  )
