import fc from 'fast-check'
import { expect, it } from 'vitest'

import en from '@/messages/en.json'

import { CAUSES, causeOfCode } from './causes'
import { PATTERN_IDS, readLine } from './log-line'

// What strongSwan 5.9.8 and FRR 8.4.4 write, seen between two of them with one thing wrong.
const SEEN: [string, string][] = [
  ["tried 1 shared key for '203.0.113.10' - '198.51.100.2', but MAC mismatched", 'psk'],
  ['invalid ID_V1 payload length, decryption failed?', 'psk'],
  ['calculated HASH does not match HASH payload', 'psk'],
  ['received AUTHENTICATION_FAILED notify error', 'psk'],
  ['no matching peer config found', 'identity'],
  ['no peer config found', 'identity'],
  ["IDir '203.0.113.10' does not match to 'vpn.example.com'", 'identity'],
  ['received proposals unacceptable', 'ikeProposal'],
  ['received NO_PROPOSAL_CHOSEN notify error', 'ikeProposal'],
  ['received NO_PROPOSAL_CHOSEN error notify', 'ikeProposal'],
  ['no proposal found', 'ikeProposal'],
  ['received NO_PROPOSAL_CHOSEN notify, no CHILD_SA built', 'ipsecProposal'],
  ['failed to establish CHILD_SA, keeping IKE_SA', 'ipsecProposal'],
  ['no matching proposal found, sending NO_PROPOSAL_CHOSEN', 'ipsecProposal'],
  ['no acceptable proposal found', 'ipsecProposal'],
  ['CHILD_SA rekeying failed, trying again in 15 seconds', 'pfs'],
  ['traffic selectors 10.0.0.0/16 === 192.168.0.0/24 unacceptable', 'selectors'],
  ['received TS_UNACCEPTABLE notify, no CHILD_SA built', 'selectors'],
  ['no matching CHILD_SA config found for 10.0.0.0/16 === 192.168.0.0/24', 'selectors'],
  ['received INVALID_ID_INFORMATION error notify', 'selectors'],
  ['no IKE config found for 203.0.113.10...198.51.100.2, sending NO_PROPOSAL_CHOSEN', 'ikeVersion'],
  [
    'found 1 matching config, but none allows pre-shared key authentication using Aggressive Mode',
    'ikeMode',
  ],
  ['giving up after 2 retransmits', 'silent'],
  ['DPD check timed out, enforcing DPD action', 'dpd'],
  ['%NOTIFICATION: sent to neighbor 169.254.9.2 2/2 (OPEN Message Error/Bad Peer AS)', 'bgpAsn'],
]

it.each(SEEN)('%s tells %s', (text, cause) => {
  const line = readLine(`2026-11-27 10:00:00 vco-1 09[IKE] ${text}`)
  expect(line.pattern?.cause).toBe(cause)
  expect(line.level).toBe('error')
})

it.each([
  ['05[IKE] retransmit 1 of request with message ID 0', 'warning', 'phase1'],
  ['13[IKE] CHILD_SA vco{1} established with SPIs c07a_i c903_o', 'info', 'phase2'],
  ['06[IKE] sending DPD request', 'info', 'dpd'],
  ['06[ENC] generating IKE_SA_INIT request 0', 'info', 'phase1'],
  ['something nobody has seen', 'info', undefined],
])('%s is %s of %s', (text, level, phase) => {
  expect(readLine(text)).toMatchObject({ level, phase })
})

// Alibaba: "Troubleshoot IPsec-VPN connection issues" and the samples of DiagnoseVpnConnections.
it.each([
  ['PskMismatch', 'psk'],
  ['AlgorithmMismatch', 'ikeProposal'],
  ['DhGroupMismatch', 'ikeProposal'],
  ['AuthenticationAlgorithmMismatch', 'ikeProposal'],
  ['EncryptionAlgorithmMismatch', 'ipsecProposal'],
  ['IpsecAlgorithmMismatch', 'ipsecProposal'],
  ['PfsMismatch', 'pfs'],
  ['PeerIdMismatch', 'identity'],
  ['TrafficSelectorMismatch', 'selectors'],
  ['IkeVersionMismatch', 'ikeVersion'],
  ['IkeModeMismatch', 'ikeMode'],
  ['DpdTimeout', 'dpd'],
  ['Phase1NegotiationTimeout', 'silent'],
  ['BgpAsnMismatch', 'bgpAsn'],
  ['SomethingNew', 'unknown'],
])('the code %s means %s', (code, cause) => {
  expect(causeOfCode(code)).toBe(cause)
})

it('knows no cause where the cloud names none', () => {
  expect(causeOfCode('')).toBeUndefined()
})

it('shows every sign of a line that would hide what it says, and changes no other', () => {
  expect(readLine('a\u0000b\u202Ec\u200Bd\u001B[31m<b>e</b>\r\n').text).toBe(
    String.raw`a\u{0}b\u{202e}c\u{200b}d\u{1b}[31m<b>e</b>`,
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => {
      expect(readLine(raw).text).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }),
  )
})

it('reads no more of a line than tells a cause, however long it is', () => {
  const long = `traffic selectors ${'a '.repeat(100_000)}unacceptable`
  expect(readLine(long)).toMatchObject({ text: long, level: 'info' })
})

it('has words for every cause and every pattern', () => {
  expect(Object.keys(en.diagnosis.causes).toSorted()).toEqual([...CAUSES].toSorted())
  expect(Object.keys(en.diagnosis.patterns).toSorted()).toEqual([...PATTERN_IDS].toSorted())
})
