import 'server-only'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

import { operationKey } from '@/lib/process/key'

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Seals a value for the database. What it is of is bound to it: a row copied elsewhere does not open. */
export function seal(of: string, value: unknown): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, operationKey(), iv).setAAD(Buffer.from(of))
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64')
}

/** The reverse of `seal`. @throws when the key is not the one it was sealed with, or it is of something else. */
export function unseal(of: string, sealed: string): unknown {
  const bytes = Buffer.from(sealed, 'base64')
  const text = bytes.subarray(IV_BYTES + TAG_BYTES)
  const decipher = createDecipheriv(ALGORITHM, operationKey(), bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(of))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return JSON.parse(decipher.update(text, undefined, 'utf8') + decipher.final('utf8'))
}
