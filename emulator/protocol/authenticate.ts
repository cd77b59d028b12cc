import { type Account, accounts } from '../state/accounts'
import type { Call } from './call'
import { fail, found } from './errors'
import { sha256, signV1, signV3 } from './signature'

// Alibaba: a request is valid for 15 minutes.
const window = 15 * 60_000

// The SDKs send 32 to 64 characters.
const nonceLimit = 256

const required = [
  'host',
  'x-acs-action',
  'x-acs-content-sha256',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-version',
]

/** Remembers the nonces of the last half hour of each access key. */
export class Nonces {
  readonly #seen = new Map<string, number>()

  /** Throws when the key used this nonce before. */
  use(accessKeyId: string, nonce: string, now: number): void {
    if (nonce.length > nonceLimit) fail('IncompleteSignature', 'The nonce is too long.')
    const id = `${accessKeyId} ${nonce}`
    if (this.#seen.has(id)) fail('SignatureNonceUsed')
    this.#seen.set(id, now)
    for (const [old, at] of this.#seen) {
      if (at > now - 2 * window) break
      this.#seen.delete(old)
    }
  }
}

/** Who calls. Checks access key, time, signature and nonce, in this order; `now` is the machine's time in epoch ms. */
export function authenticate(call: Call, nonces: Nonces, now: number): Account {
  const authorization = call.headers['authorization']
  return authorization ? checkV3(call, authorization, nonces, now) : checkV1(call, nonces, now)
}

function checkV3(call: Call, authorization: string, nonces: Nonces, now: number): Account {
  const match =
    /^ACS3-HMAC-SHA256\s+Credential=([^,\s]+)\s*,\s*SignedHeaders=([^,\s]+)\s*,\s*Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? fail('IncompleteSignature')
  const [, accessKeyId = '', headerList = '', signature = ''] = match
  const account = accountOf(accessKeyId)
  checkTime(call.headers['x-acs-date'] ?? '', now)

  const signed = headerList.split(';')
  const carried = Object.keys(call.headers).filter(
    (name) => name.startsWith('x-acs-') || name === 'content-type',
  )
  const missing = [...required, ...carried].find((name) => !signed.includes(name))
  if (missing) fail('IncompleteSignature', `The header ${missing} is not signed.`)
  if (call.headers['x-acs-content-sha256'] !== sha256(call.body))
    fail('SignatureDoesNotMatch', 'The header x-acs-content-sha256 is not the hash of the body.')
  compare(signature, signV3(call, signed, account.accessKeySecret))
  nonces.use(accessKeyId, call.headers['x-acs-signature-nonce'] ?? '', now)
  return account
}

function checkV1(call: Call, nonces: Nonces, now: number): Account {
  const { AccessKeyId, Signature, SignatureNonce, Timestamp } = call.all
  if (!AccessKeyId) fail('MissingParameter', 'The parameter AccessKeyId is missing.')
  const account = accountOf(AccessKeyId)
  checkTime(Timestamp ?? '', now)
  if (!Signature || !SignatureNonce) fail('IncompleteSignature')
  if (call.all['SignatureMethod'] !== 'HMAC-SHA1' || call.all['SignatureVersion'] !== '1.0')
    fail('IncompleteSignature', 'Only HMAC-SHA1 of version 1.0 is known.')
  compare(Signature, signV1(call.method, call.pairs, account.accessKeySecret))
  nonces.use(AccessKeyId, SignatureNonce, now)
  return account
}

function accountOf(accessKeyId: string): Account {
  return found(
    accounts.find((account) => account.accessKeyId === accessKeyId),
    'InvalidAccessKeyId.NotFound',
  )
}

function checkTime(text: string, now: number): void {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) fail('InvalidTimeStamp.Format')
  const difference = Math.abs(Date.parse(text) - now)
  // Negated, so that a date that is none fails too.
  if (!(difference <= window)) fail('InvalidTimeStamp.Expired')
}

function compare(signature: string, expected: { signature: string; stringToSign: string }): void {
  if (signature === expected.signature) return
  // Version 1.0 signs the parameters in clear: a pre-shared key must not come back in a message.
  const shown = /psk/i.test(expected.stringToSign)
    ? '(withheld, it has a key in it)'
    : expected.stringToSign
  fail('SignatureDoesNotMatch', `The server's string to sign is: ${shown}`)
}
