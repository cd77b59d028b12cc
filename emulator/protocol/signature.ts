import { createHash, createHmac } from 'node:crypto'

/** Percent-encodes by RFC 3986, which also takes the marks encodeURIComponent leaves. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Name=value pairs, encoded, sorted by name in byte order, joined with `&`. */
export function canonicalQuery(pairs: readonly (readonly [string, string])[]): string {
  return pairs
    .map(([name, value]) => ({ name, pair: `${percentEncode(name)}=${percentEncode(value)}` }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.pair < b.pair ? -1 : 1))
    .map(({ pair }) => pair)
    .join('&')
}

export interface SignedRequest {
  readonly method: string
  readonly query: readonly (readonly [string, string])[]
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** ACS3-HMAC-SHA256 over the named headers. Alibaba: request structure and signature, V3. */
export function signV3(request: SignedRequest, signedHeaders: readonly string[], secret: string) {
  const headers = signedHeaders.map((name) => `${name}:${(request.headers[name] ?? '').trim()}\n`)
  const canonicalRequest = [
    request.method,
    '/',
    canonicalQuery(request.query),
    headers.join(''),
    signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n')
  const stringToSign = `ACS3-HMAC-SHA256\n${sha256(canonicalRequest)}`
  return {
    stringToSign,
    signature: createHmac('sha256', secret).update(stringToSign).digest('hex'),
  }
}

/** HMAC-SHA1 over all parameters of query and form but `Signature`. Alibaba: RPC signature, version 1.0. */
export function signV1(
  method: string,
  parameters: readonly (readonly [string, string])[],
  secret: string,
) {
  const query = canonicalQuery(parameters.filter(([name]) => name !== 'Signature'))
  const stringToSign = `${method}&${percentEncode('/')}&${percentEncode(query)}`
  return {
    stringToSign,
    signature: createHmac('sha1', `${secret}&`).update(stringToSign).digest('base64'),
  }
}
