import { type Cause, causeOfCode, fieldsOf } from '@/lib/diagnosis/causes'
import { type LogLine, readLine } from '@/lib/diagnosis/log-line'
import type { Diagnosis, IpsecConnection, Tunnel } from '@/lib/ipsec-connections/schema'

/** Why something of a tunnel is down, with what shows it. */
export interface Finding {
  cause: Cause
  /** `certain`: the cloud or a line of the log says it. `likely`: it fits what was seen. */
  certainty: 'certain' | 'likely'
  /** The line of the log that shows it. */
  evidence?: string
  /** The cloud's own code and words, where it has some. */
  code?: string
  reason?: string
  /** The value of the cloud, and that of the device, where they differ. */
  local?: string
  remote?: string
  /** When the cloud saw it. */
  at?: string
  /** Where it is mended here: paths of the form, below the connection. */
  fields: string[]
}

interface Seen {
  diagnosis: Diagnosis | undefined
  /** The last minutes of the tunnel's log, oldest line first. */
  log: readonly string[]
}

/** What is wrong with a tunnel, from its states, the cloud's diagnosis and its log together; the first is to be mended first. */
export function findingsOf(
  connection: IpsecConnection,
  tunnel: Tunnel,
  { diagnosis, log }: Seen,
): Finding[] {
  const lines = log.map(readLine)
  const index = tunnel.tunnelIndex - 1
  const isUp = tunnel.status === 'ipsec_sa_established'
  const said = saidByCloud(diagnosis, lines)
  const shown = saidByLog(sinceSuccess(lines), isUp)
  // A guess beside what the cloud is sure of helps nobody.
  const isMore =
    shown &&
    shown.cause !== said?.cause &&
    !(said?.certainty === 'certain' && shown.certainty === 'likely')
  const findings = [said, isMore ? shown : undefined].filter((finding) => finding !== undefined)
  if (!isUp && findings.length === 0) findings.push({ cause: 'silent', certainty: 'likely' })
  return [...findings, ...bgpOf(connection, tunnel, findings), ...healthOf(connection, isUp)].map(
    (finding) => ({
      ...finding,
      ...(finding.cause === 'bgpAsn' && numbers(tunnel, finding.evidence)),
      fields: fieldsOf(finding.cause, index),
    }),
  )
}

type Found = Omit<Finding, 'fields'>

function saidByCloud(
  diagnosis: Diagnosis | undefined,
  lines: readonly LogLine[],
): Found | undefined {
  const cause = causeOfCode(diagnosis?.failedReasonCode ?? '')
  if (!diagnosis || !cause) return undefined
  const { failedReasonCode, failedReason, failedTime, sourceLog } = diagnosis
  const proof = lines.findLast(({ pattern }) => pattern?.cause === cause)
  const evidence = sourceLog === '' ? proof?.text : readLine(sourceLog).text
  // The cloud says of one who does not answer only that time ran out.
  const isGuess = cause === 'silent' || cause === 'unknown'
  return {
    cause,
    certainty: isGuess && !proof ? 'likely' : 'certain',
    code: failedReasonCode,
    reason: failedReason,
    at: failedTime,
    ...(evidence !== undefined && { evidence }),
    ...values(
      diagnosis.mismatchLocalParam || proposal(lines, 'configuredProposals'),
      diagnosis.mismatchRemoteParam || proposal(lines, 'receivedProposals'),
      cause,
    ),
  }
}

/** The lines after the last negotiation that came to its end: what failed before is past. */
function sinceSuccess(lines: readonly LogLine[]): readonly LogLine[] {
  const success = lines.findLastIndex(
    ({ pattern }) => pattern?.id === 'childUp' || pattern?.id === 'rekeyed',
  )
  return lines.slice(success + 1)
}

/** The surest cause of the last attempt; while the tunnel is up only what will take it down. */
function saidByLog(lines: readonly LogLine[], isUp: boolean): Found | undefined {
  const phase1 = lines.findLastIndex(({ pattern }) => pattern?.id === 'ikeUp')
  const telling = lines.filter(
    ({ pattern }, index) =>
      pattern?.cause !== undefined && !(pattern.phase === 'phase1' && index < phase1),
  )
  const fitting = isUp
    ? telling.filter(({ pattern }) => pattern?.cause === 'pfs' || pattern?.cause === 'bgpAsn')
    : telling.filter(({ pattern }) => pattern?.phase !== 'bgp')
  const line =
    fitting.findLast(({ pattern }) => pattern?.certainty === 'certain') ??
    // Without phase 1 there is no phase 2 to fail.
    fitting.findLast(({ pattern }) => pattern?.phase === 'phase1') ??
    fitting.at(-1)
  const { cause, certainty } = line?.pattern ?? {}
  if (!line || cause === undefined || certainty === undefined) return undefined
  return {
    cause,
    certainty,
    evidence: line.text,
    ...values(proposal(lines, 'configuredProposals'), proposal(lines, 'receivedProposals'), cause),
  }
}

/** Proposals as the daemon lists them beside a refusal. */
function proposal(lines: readonly LogLine[], id: 'configuredProposals' | 'receivedProposals') {
  return (
    lines
      .findLast(({ pattern }) => pattern?.id === id)
      ?.text.replace(/^.*(configured|received) proposals: /, '') ?? ''
  )
}

const values = (local: string, remote: string, cause: Cause) =>
  // What a proposal said means nothing where another thing is wrong.
  ['psk', 'silent', 'dpd', 'bgp', 'health'].includes(cause) || local === remote
    ? {}
    : { ...(local !== '' && { local }), ...(remote !== '' && { remote }) }

/** The AS number that the device is to have, and the one that it said. */
function numbers({ bgp }: Tunnel, evidence = ''): Pick<Finding, 'local' | 'remote'> {
  const [, remote] = /peer AS (\d+)/.exec(evidence) ?? []
  return {
    ...(bgp?.peerAsn !== undefined && { local: String(bgp.peerAsn) }),
    ...(remote !== undefined && { remote }),
  }
}

function bgpOf({ enableBgp }: IpsecConnection, tunnel: Tunnel, found: readonly Found[]): Found[] {
  const isDown =
    enableBgp && tunnel.status === 'ipsec_sa_established' && tunnel.bgp?.status !== 'success'
  return isDown && !found.some(({ cause }) => cause === 'bgpAsn')
    ? [{ cause: 'bgp', certainty: 'likely' }]
    : []
}

const healthOf = ({ healthCheck }: IpsecConnection, isUp: boolean): Found[] =>
  isUp && healthCheck?.enable && healthCheck.status === 'failed'
    ? [{ cause: 'health', certainty: 'certain' }]
    : []
