import { fail } from './errors'
import type { SignedRequest } from './signature'

export type Product = 'cbn' | 'vpc' | 'resourceManager'

const products: Readonly<Record<string, Product>> = {
  '2017-09-12': 'cbn',
  '2016-04-28': 'vpc',
  '2020-03-31': 'resourceManager',
}

// Of the protocol, not of the operation. Alibaba: common parameters; OwnerId and its kin are accepted by nearly every operation.
const common = new Set([
  'AccessKeyId',
  'Action',
  'Format',
  'OwnerAccount',
  'OwnerId',
  'ResourceOwnerAccount',
  'ResourceOwnerId',
  'SecurityToken',
  'Signature',
  'SignatureMethod',
  'SignatureNonce',
  'SignatureType',
  'SignatureVersion',
  'Timestamp',
  'Version',
])

/** What arrived: raw for the signature, merged for the operation. */
export interface Call extends SignedRequest {
  readonly host: string
  readonly product: Product
  readonly action: string
  /** Query and form, in that order. */
  readonly pairs: readonly (readonly [string, string])[]
  /** Every parameter by name, the protocol's own included. */
  readonly all: Readonly<Record<string, string>>
  /** The operation's parameters by their flat wire name, such as `Tag.1.Key`. */
  readonly parameters: Readonly<Record<string, string>>
  /** Names of the operation's parameters that came in the URL. */
  readonly inUrl: readonly string[]
}

/** Reads a request: merges query and form body, tells product and action. Throws when either is missing or unknown. */
export function readCall(request: {
  method: string
  url: string
  headers: Readonly<Record<string, string>>
  body: Uint8Array
}): Call {
  const query = [...new URL(request.url, 'http://emulator').searchParams]
  const isForm = (request.headers['content-type'] ?? '').startsWith(
    'application/x-www-form-urlencoded',
  )
  const form = isForm ? [...new URLSearchParams(Buffer.from(request.body).toString('utf8'))] : []
  const pairs = [...query, ...form]
  const all = Object.fromEntries(pairs)
  const version = request.headers['x-acs-version'] ?? all['Version'] ?? ''
  const action = request.headers['x-acs-action'] ?? all['Action'] ?? fail('MissingAction')
  const product = products[version] ?? fail('InvalidVersion')
  return {
    method: request.method,
    query,
    headers: request.headers,
    body: request.body,
    host: request.headers['host'] ?? '',
    product,
    action,
    pairs,
    all,
    parameters: Object.fromEntries(pairs.filter(([name]) => !common.has(name))),
    inUrl: query.map(([name]) => name).filter((name) => !common.has(name)),
  }
}
