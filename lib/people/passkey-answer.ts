import { z } from 'zod'

import { message } from '@/lib/i18n/message'

/** In base64url. WebAuthn, section 4: an id has 1023 bytes at most. */
export const LONGEST_PASSKEY_ID = 1364

/** Base64url, no longer than what it stands for. */
const bytes = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]*$/)

const named = {
  id: bytes(LONGEST_PASSKEY_ID),
  rawId: bytes(LONGEST_PASSKEY_ID),
  type: z.literal('public-key'),
}

/** What a browser gives when a passkey signed. */
export const signedSchema = z.strictObject({
  ...named,
  response: z.strictObject({
    clientDataJSON: bytes(4000),
    authenticatorData: bytes(4000),
    signature: bytes(8000),
    userHandle: bytes(200).optional(),
  }),
})
export type Signed = z.infer<typeof signedSchema>

/** What a browser gives when a passkey was made. */
export const madeSchema = z.strictObject({
  ...named,
  response: z.strictObject({
    clientDataJSON: bytes(4000),
    attestationObject: bytes(8000),
    transports: z.array(z.string().max(40)).max(10),
  }),
})
export type Made = z.infer<typeof madeSchema>

/** Why nothing came of it. Which of the checks failed is told to nobody. */
export const PASSKEY_REFUSED = message('people.passkeyRefused')
