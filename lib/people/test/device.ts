import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

import type { Made, Signed } from '@/lib/people/passkey-answer'
import type { AskedNew, AskedUse } from '@/lib/people/webauthn'

/** In what a device does otherwise than it was asked. */
interface Odd {
  challenge?: string
  origin?: string
  host?: string
  /** Whether it was unlocked by its owner. */
  isVerified?: boolean
  /** What it says to have counted. */
  counter?: number
  /** For whom it says that it was made. */
  userHandle?: string
}

const ORIGIN = 'http://localhost:3000'

/** A device with one passkey (ES256) in memory; it also does what no real one does. WebAuthn, sections 6.1 and 6.5. */
export function makeDevice(id = randomBytes(32).toString('base64url')) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let count = 0
  let handle = ''
  const named = { id, rawId: id, type: 'public-key' as const }
  const authenticatorData = (host: string, odd: Odd, key?: Buffer) => {
    const isVerified = odd.isVerified ?? true
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (key ? 0x40 : 0)
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(odd.counter ?? count)
    return Buffer.concat([
      sha256(odd.host ?? host),
      Buffer.of(flags),
      counted,
      ...(key ? [key] : []),
    ])
  }
  const clientData = (type: string, challenge: string, odd: Odd) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: odd.challenge ?? challenge,
        origin: odd.origin ?? ORIGIN,
        crossOrigin: false,
      }),
    )
  return {
    id,
    make: ({ challenge, rp, user }: AskedNew, odd: Odd = {}): Made => {
      handle = user.id
      const credential = Buffer.from(id, 'base64url')
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credential.length)
      const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
      const [left, right] = [x, y].map((part) => bytes(Buffer.from(part, 'base64url')))
      // kty EC2, alg ES256, crv P-256, x, y. RFC 9053, section 7.1.
      const cose = map(
        [number(1), number(2)],
        [number(3), number(-7)],
        [number(-1), number(1)],
        [number(-2), left!],
        [number(-3), right!],
      )
      const key = Buffer.concat([Buffer.alloc(16), length, credential, cose])
      const attestationObject = map(
        [text('fmt'), text('none')],
        [text('attStmt'), map()],
        [text('authData'), bytes(authenticatorData(rp.id ?? '', odd, key))],
      )
      return {
        ...named,
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, odd).toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    sign: ({ challenge, rpId }: AskedUse, odd: Odd = {}): Signed => {
      count += 1
      const data = authenticatorData(rpId ?? '', odd)
      const said = clientData('webauthn.get', challenge, odd)
      const signature = sign('sha256', Buffer.concat([data, sha256(said)]), privateKey)
      return {
        ...named,
        response: {
          clientDataJSON: said.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: odd.userHandle ?? handle,
        },
      }
    },
  }
}

const sha256 = (of: string | Buffer) => createHash('sha256').update(of).digest()

// As much of CBOR as that takes. RFC 8949, section 3.
const head = (major: number, count: number) => {
  if (count < 24) return Buffer.of((major << 5) | count)
  return count < 256
    ? Buffer.of((major << 5) | 24, count)
    : Buffer.of((major << 5) | 25, count >> 8, count & 255)
}
const number = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value))
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value])
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)])
const map = (...entries: [Buffer, Buffer][]) =>
  Buffer.concat([head(5, entries.length), ...entries.flat()])
