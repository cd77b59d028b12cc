import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

import type { Finding, LogLine } from '../gateways'

// Enough for ten minutes of a tunnel that keeps failing.
const TAIL = 512 * 1024

// Longer than any line that tells a cause; the other end writes into some, and the signs below search each whole.
const LINE = 2000

/** The lines of charon's log in a span of the machine's time, oldest first. */
export function readLog(path: string, { from, to }: { from: number; to: number }): LogLine[] {
  return tailOf(path)
    .split('\n')
    .map((line) => line.slice(0, LINE))
    .flatMap((line) => {
      // charon writes 2026-11-27T15:46:45.192, FRR 2026/11/27 15:46:45.
      const [, moment, text] = /^(\d{4}[-/]\d\d[-/]\d\d[T ][\d:.]+) (.*)$/.exec(line) ?? []
      // That we ask is no part of the negotiation.
      if (moment === undefined || text === undefined || text.includes('] vici client ')) return []
      const at = new Date(moment).getTime()
      return at >= from && at <= to ? [{ at, text }] : []
    })
}

function tailOf(path: string): string {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return '' // charon has not written anything yet
  }
  try {
    const { size } = fstatSync(file)
    const bytes = Buffer.alloc(Math.min(size, TAIL))
    readSync(file, bytes, 0, bytes.length, size - bytes.length)
    return bytes.toString('utf8')
  } finally {
    closeSync(file)
  }
}

type Words = Pick<Finding, 'FailedReasonCode' | 'FailedReason' | 'Severity'>

const CRITICAL = 'Critical' as const

/** What a line of charon tells, most telling first: seen with wrong keys, identities, proposals and selectors. */
const SIGNS: readonly (readonly [RegExp, Words])[] = [
  [
    /tried \d+ shared keys? for .* but MAC mismatched|ID_V1 payload length, decryption failed|HASH_V1 payload length, decryption failed|calculated HASH does not match|pre-shared keys may differ/,
    {
      FailedReasonCode: 'PskMismatch',
      FailedReason: 'Pre-shared key mismatch',
      Severity: CRITICAL,
    },
  ],
  [
    /no matching peer config found|no peer config found|IDir .* does not match|constraint check failed: identity/,
    {
      FailedReasonCode: 'PeerIdMismatch',
      FailedReason: 'Local ID or peer ID mismatch',
      Severity: CRITICAL,
    },
  ],
  [
    /none allows pre-shared key authentication using (Aggressive|Main) Mode/i,
    {
      FailedReasonCode: 'IkeModeMismatch',
      FailedReason: 'Negotiation mode mismatch',
      Severity: CRITICAL,
    },
  ],
  [
    /no IKE config found for/,
    {
      FailedReasonCode: 'IkeVersionMismatch',
      FailedReason: 'IKE version mismatch',
      Severity: CRITICAL,
    },
  ],
  [
    /traffic selectors .* unacceptable|no matching CHILD_SA config found|TS_UNACCEPTABLE|INVALID_ID_INFORMATION/,
    {
      FailedReasonCode: 'TrafficSelectorMismatch',
      FailedReason: 'Local or peer CIDR block mismatch',
      Severity: CRITICAL,
    },
  ],
  [
    /no acceptable (proposal|DIFFIE_HELLMAN_GROUP|ENCRYPTION_ALGORITHM|INTEGRITY_ALGORITHM) found|no matching proposal found|CHILD_SA rekeying failed|no CHILD_SA built/,
    {
      FailedReasonCode: 'IpsecAlgorithmMismatch',
      FailedReason: 'IPsec encryption algorithm, authentication algorithm or DH group mismatch',
      Severity: CRITICAL,
    },
  ],
  [
    /received proposals unacceptable|no proposal found|NO_PROPOSAL_CHOSEN/,
    {
      FailedReasonCode: 'AlgorithmMismatch',
      FailedReason: 'Encryption algorithm, authentication algorithm or DH group mismatch',
      Severity: CRITICAL,
    },
  ],
  [
    /giving up after \d+ retransmits|DPD check timed out/,
    {
      FailedReasonCode: 'DpdTimeout',
      FailedReason: 'Peer does not respond to DPD packets',
      Severity: 'Warn',
    },
  ],
]

/** Proposals that do not meet, as charon lists them beside the failure. */
const LISTS = {
  MismatchLocalParam: /configured proposals: (.*)$/,
  MismatchRemoteParam: /received proposals: (.*)$/,
} as const

/** That a negotiation came to its end: what failed before it is past. */
const SUCCESS = /CHILD_SA \S+ established|rekeyed CHILD_SA|CHILD_SA \S+ rekeyed/

/** What FRR writes when the other end says another AS than it is expected to. */
const BAD_ASN = /Bad Peer AS/

/** What has failed since the last success: a rekey that finds no group is told while the tunnel is still up. */
export function laterFailure(lines: readonly LogLine[], now: number): Finding | undefined {
  const success = lines.findLastIndex(({ text }) => SUCCESS.test(text))
  const later = lines.slice(success + 1)
  return later.some(({ text }) => SIGNS.some(([sign]) => sign.test(text)))
    ? findingIn(later, now)
    : undefined
}

/** The finding of a BGP session that the other AS keeps down; the log is that of bgpd. */
export function bgpFinding(lines: readonly LogLine[]): Finding | undefined {
  const line = lines.findLast(({ text }) => BAD_ASN.test(text))
  return (
    line && {
      FailedReasonCode: 'BgpAsnMismatch',
      FailedReason: 'BGP peer AS number mismatch',
      Severity: CRITICAL,
      FailedTime: line.at,
      SourceLog: line.text,
    }
  )
}

/** Why a tunnel is down, from the last line that tells. Nobody has spoken where no line does. */
export function findingIn(lines: readonly LogLine[], now: number): Finding {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]
    const words = line && SIGNS.find(([sign]) => sign.test(line.text))?.[1]
    if (!line || !words) continue
    return {
      ...(moreTelling(lines, at) ?? words),
      ...(words.FailedReasonCode.includes('Algorithm') && listed(lines.slice(0, at + 1))),
      FailedTime: line.at,
      SourceLog: line.text,
    }
  }
  return {
    FailedReasonCode: 'Phase1NegotiationTimeout',
    FailedReason: 'Phase1 negotiation timeout',
    Severity: 'Warn',
    FailedTime: now,
    SourceLog: lines.at(-1)?.text ?? '',
  }
}

/** In one negotiation the daemon says the cause first and then that it failed: an earlier sign of the same second wins. */
function moreTelling(lines: readonly LogLine[], at: number): Words | undefined {
  const moment = lines[at]?.at ?? 0
  const near = lines.slice(Math.max(0, at - 12), at + 1).filter((line) => moment - line.at < 1000)
  return SIGNS.find(([sign]) => near.some(({ text }) => sign.test(text)))?.[1]
}

function listed(lines: readonly LogLine[]): Partial<Finding> {
  const found = Object.entries(LISTS).flatMap(([name, pattern]) => {
    const proposals = lines.findLast(({ text }) => pattern.test(text))
    const list = pattern.exec(proposals?.text ?? '')?.[1]
    return list ? [[name, list]] : []
  })
  return Object.fromEntries(found) as Partial<Finding>
}
